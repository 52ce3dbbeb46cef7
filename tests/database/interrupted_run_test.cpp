#include <gtest/gtest.h>

#include <fmt/format.h>

#include "database/support/catalog.hpp"
#include "database/support/killed_process.hpp"
#include "database/support/scratch_database.hpp"
#include "support/marked_run.hpp"

// Steps of several segments, killed at every place where a process says something to a server.

namespace godwit::test {
namespace {

constexpr const char* kInParts = "20250401000000_in_parts";
constexpr const char* kAfterwards = "20250402000000_afterwards";

std::string tableIs(std::string_view name, bool there) {
    const std::string count =
        runningOn(DatabaseKind::SQLite)
            ? fmt::format("SELECT count(*) FROM sqlite_schema WHERE name = '{}'", name)
            : fmt::format(
                  "SELECT count(*) FROM information_schema.tables WHERE table_name = '{}' AND "
                  "table_schema = {}",
                  name,
                  runningOn(DatabaseKind::PostgreSQL) ? "'public'" : "DATABASE()");
    return there ? count : "SELECT 1 - (" + count + ")";
}

// A table whose statement knows by itself whether it has run: what commits DDL by itself cannot be
// killed between a statement and the note of it otherwise.
void makeTable(SchemaBuilder& schema, std::string_view name) {
    say(schema,
        fmt::format("/*done {}*/CREATE TABLE {} (id INTEGER PRIMARY KEY)",
                    tableIs(name, true),
                    name));
}

void dropTable(SchemaBuilder& schema, std::string_view name) {
    say(schema, fmt::format("/*done {}*/DROP TABLE {}", tableIs(name, false), name));
}

constexpr const char* kMakeIndex =
    "/*outside*//*done SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('there')*/"
    "/*clear DROP INDEX CONCURRENTLY IF EXISTS there*/"
    "CREATE UNIQUE INDEX CONCURRENTLY there ON first_table (id)";
constexpr const char* kDropIndex =
    "/*outside*//*done SELECT to_regclass('there') IS NULL*/DROP INDEX CONCURRENTLY there";

class InParts : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        makeTable(schema, "first_table");
        say(schema, "/*rows*/INSERT INTO first_table VALUES (1)");
        makeTable(schema, "second_table");
        schema.sql({.postgresql = kMakeIndex,
                    .mysql = "/*rows*/INSERT INTO second_table VALUES (1)",
                    .mariadb = sameAs::mysql,
                    .sqlite = "/*outside*/VACUUM"});
        say(schema, "/*commit*//*rows*/INSERT INTO first_table VALUES (2)");
        say(schema, "/*rows*/INSERT INTO second_table VALUES (2)");
        makeTable(schema, "last_table");
    }
    void down(SchemaBuilder& schema) const override {
        dropTable(schema, "last_table");
        say(schema, "/*commit*//*rows*/DELETE FROM second_table");
        schema.sql({.postgresql = kDropIndex,
                    .mysql = nothing,
                    .mariadb = nothing,
                    .sqlite = "/*outside*/VACUUM"});
        dropTable(schema, "second_table");
        dropTable(schema, "first_table");
    }
};

class Afterwards : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        say(schema, "/*rows*/INSERT INTO last_table VALUES (1)");
    }
    void down(SchemaBuilder& schema) const override {
        say(schema, "/*rows*/DELETE FROM last_table");
    }
};

MigrationSet migrations() {
    MigrationSet set;
    set.add<InParts>(kInParts).add<Afterwards>(kAfterwards);
    return set;
}

bool runKilled(const ScratchDatabase& database, const Target& target, std::size_t n) {
    return killedBefore(n, database, [&target](Connection& connection) {
        runMarked(connection, migrations(), target);
    });
}

std::string progressTable(Connection& connection) {
    return onlyValue(connection.query(tableIs("godwit_history_progress", true)));
}

std::string valueIn(Connection& connection, std::string_view sql) {
    return onlyValue(connection.query(sql));
}

std::string stateOf(Connection& connection) {
    return catalogOf(connection) + "progress tables: " + progressTable(connection);
}

TEST(InterruptedRun, GoesOnWhereverTheProcessWasKilled) {
    const ScratchDatabase clean;
    Connection reference = clean.connect();
    runMarked(reference, migrations());
    bool killed = true;
    std::size_t resumed = 0;
    for (std::size_t n = 1; killed; ++n) {
        SCOPED_TRACE(fmt::format("killed before message {}", n));
        const ScratchDatabase database;
        killed = runKilled(database, Target::up(), n);
        Connection connection = database.connect();
        const Report report = runMarked(connection, migrations());
        resumed += !report.steps.empty() && report.steps[0].done > 0 ? 1U : 0U;
        EXPECT_EQ(stateOf(connection), stateOf(reference));
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM first_table"), "2");
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM last_table"), "1");
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM godwit_history"), "2");
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(resumed, 1U);
}

TEST(InterruptedRun, GoesOnWithARollbackToo) {
    const ScratchDatabase empty;
    Connection reference = empty.connect();
    bool killed = true;
    std::size_t resumed = 0;
    for (std::size_t n = 1; killed; ++n) {
        SCOPED_TRACE(fmt::format("killed before message {}", n));
        const ScratchDatabase database;
        Connection connection = database.connect();
        runMarked(connection, migrations());
        killed = runKilled(database, Target::rollbackAll(), n);
        const Report report = runMarked(connection, migrations(), Target::rollbackAll());
        resumed += !report.steps.empty() && report.steps[0].done > 0 ? 1U : 0U;
        EXPECT_EQ(stateOf(connection), stateOf(reference));
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM godwit_history"), "4");
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(resumed, 0U);
}

TEST(InterruptedRun, SurvivesBeingKilledAgainAndAgain) {
    const ScratchDatabase clean;
    Connection reference = clean.connect();
    runMarked(reference, migrations());
    const ScratchDatabase database;
    // Each run gets one message further than the one before, and is killed.
    std::size_t n = 1;
    while (runKilled(database, Target::up(), n)) {
        ++n;
    }
    Connection connection = database.connect();
    EXPECT_EQ(stateOf(connection), stateOf(reference));
    EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history"), "2");
}

}  // namespace
}  // namespace godwit::test
