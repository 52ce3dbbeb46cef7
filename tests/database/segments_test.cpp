#include <functional>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/report.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/captured_cli.hpp"
#include "support/hooked_driver.hpp"
#include "support/marked_run.hpp"

// Steps of several segments that fail, are edited, or meet somebody else.

namespace godwit::test {
namespace {

constexpr const char* kInParts = "20250401000000_in_parts";
constexpr const char* kOther = "20250402000000_other";

// Five statements; the fourth needs a table that is not there.
class InParts : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        say(schema, "CREATE TABLE first_table (id INTEGER)");
        say(schema, "/*rows*//*commit*/INSERT INTO first_table VALUES (1)");
        say(schema, "/*rows*/INSERT INTO first_table VALUES (2)");
        say(schema, "/*rows*/INSERT INTO not_there VALUES (1)");
        say(schema, "CREATE TABLE last_table (id INTEGER)");
    }
    void down(SchemaBuilder& schema) const override {
        say(schema, "/*commit*/DROP TABLE last_table");
        say(schema, "/*rows*//*commit*/DELETE FROM first_table");
        say(schema, "/*rows*/INSERT INTO not_there_either VALUES (1)");
        say(schema, "DROP TABLE first_table");
    }
};

// The same id, and something else.
class Edited : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        say(schema, "CREATE TABLE first_table (id INTEGER)");
    }
    void down(SchemaBuilder& schema) const override { say(schema, "DROP TABLE first_table"); }
};

class Other : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("other", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("other"); }
};

MigrationSet inParts() { return std::move(MigrationSet{}.add<InParts>(kInParts)); }

HistoryError refusalOf(const std::function<void()>& run) {
    try {
        run();
    } catch (const HistoryError& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return {ErrorCode::Internal, {"nothing was thrown", {}, {}}};
}

class Segments : public testing::Test {
protected:
    std::string count(const std::string& table) {
        return onlyValue(connection_.query("SELECT count(*) FROM " + table));
    }

    // Half-way up: 2 of 5 statements stand.
    void stop() { failureOfMarked(connection_, inParts()); }

    // Half-way down: 2 of 4 statements stand.
    void stopOnTheWayBack() {
        connection_.execute("CREATE TABLE not_there (id INTEGER)");
        runMarked(connection_, inParts());
        failureOfMarked(connection_, inParts(), Target::rollback(1));
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class SegmentsOnPostgresql : public Segments {};
class SegmentsOnSqlite : public Segments {};

TEST_F(Segments, SayWhatStandsWhenALaterOneFails) {
    const MigrationFailed error = failureOfMarked(connection_, inParts());
    EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied);
    EXPECT_EQ(error.exitCode(), 28);
    EXPECT_TRUE(holds(error.message(), "at statement 4 of 5")) << error.what();
    EXPECT_EQ(error.where().sql, "/*rows*/INSERT INTO not_there VALUES (1)");
    EXPECT_TRUE(std::string_view{error.where().line.file}.ends_with("marked_run.hpp"));
    EXPECT_TRUE(
        error.state().starts_with("2 of 5 statements stand, and the history does not hold "
                                  "the migration.\n  1. raw_sql\n  2. raw_sql"))
        << error.state();
    EXPECT_TRUE(holds(error.hint(), "the next start goes on at statement 3")) << error.hint();
    EXPECT_FALSE(error.progress().rolledBack);
    EXPECT_EQ(error.progress().standing.size(), 2U);
    EXPECT_EQ(count("first_table"), "1");
}

TEST_F(Segments, LeaveNothingWhenTheFirstFails) {
    connection_.execute("CREATE TABLE last_table (id INTEGER)");
    class FailsAtOnce : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "/*rows*/INSERT INTO last_table VALUES (1)");
            say(schema, "/*rows*//*commit*/INSERT INTO not_there VALUES (1)");
            say(schema, "CREATE TABLE first_table (id INTEGER)");
        }
        void down(SchemaBuilder&) const override {}
    };
    MigrationSet migrations;
    migrations.add<FailsAtOnce>(kInParts);
    const MigrationFailed error = failureOfMarked(connection_, migrations);
    EXPECT_EQ(error.code(), ErrorCode::MigrationRolledBack);
    EXPECT_EQ(error.state(), "Nothing of the up is left in the database.");
    EXPECT_EQ(count("last_table"), "0");
    EXPECT_FALSE((Migrator{connection_, migrations}.status().unfinished));
}

TEST_F(Segments, GoOnAtTheFirstStatementThatDoesNotStand) {
    stop();
    connection_.execute("CREATE TABLE not_there (id INTEGER)");
    std::vector<std::size_t> done;
    const Report report =
        runMarked(connection_, inParts(), Target::up(), {.onEvent = [&done](const Event& event) {
                      if (event.kind == Event::Kind::StepStarted) {
                          done.push_back(event.done);
                      }
                  }});
    ASSERT_EQ(report.steps.size(), 1U);
    EXPECT_EQ(report.steps[0].done, 2U);
    EXPECT_EQ(done, std::vector<std::size_t>{2});
    EXPECT_TRUE(holds(toText(report), "(5 statements, 2 of them before, ")) << toText(report);
    EXPECT_EQ(count("first_table"), "2");
    EXPECT_EQ(count("godwit_history"), "1");
    EXPECT_TRUE((Migrator{connection_, inParts()}.up().steps.empty()));
}

TEST_F(Segments, GoOnWithARollback) {
    stopOnTheWayBack();
    const MigrationFailed again = failureOfMarked(connection_, inParts(), Target::rollbackAll());
    EXPECT_TRUE(again.state().starts_with(
        "2 of 4 statements stand, and the history still holds the migration as applied."))
        << again.state();
    connection_.execute("CREATE TABLE not_there_either (id INTEGER)");
    EXPECT_EQ(runMarked(connection_, inParts(), Target::rollbackAll()).steps[0].done, 2U);
    EXPECT_EQ(count("godwit_history"), "2");
}

TEST_F(Segments, AreTimedAsOneStep) {
    stop();
    connection_.execute("CREATE TABLE not_there (id INTEGER)");
    Migrator migrator{connection_, inParts()};
    const std::string begun = migrator.status().unfinished->startedAt;
    runMarked(connection_, inParts());
    const AppliedMigration applied = migrator.status().migrations[0].applied;
    EXPECT_EQ(applied.startedAt, begun);
    EXPECT_LT(applied.startedAt, applied.finishedAt);
}

TEST_F(Segments, ShowInTheStatusHowFarTheyHaveCome) {
    stop();
    Migrator migrator{connection_, inParts()};
    const Status status = migrator.status();
    ASSERT_TRUE(status.unfinished);
    EXPECT_EQ(status.unfinished->id, kInParts);
    EXPECT_EQ(status.unfinished->direction, Direction::Up);
    EXPECT_EQ(status.unfinished->done, 2U);
    EXPECT_EQ(status.unfinished->statements, 5U);
    EXPECT_EQ(status.unfinished->standing[0], "CREATE TABLE first_table (id INTEGER)");
    EXPECT_EQ(status.migrations[0].state, MigrationStatus::State::Pending);
    const CliResult shown = runShop(migrator, {"status", "--exit-code"});
    EXPECT_EQ(shown.exitCode, 28);
    EXPECT_TRUE(holds(shown.out, "\nhalf-way: 2 of 5 statements done, up " + std::string(kInParts)))
        << shown.out;
    EXPECT_TRUE(holds(shown.out, std::string(kInParts) + "  half-way")) << shown.out;
}

TEST_F(Segments, ShowInThePlanWhatStands) {
    stop();
    Migrator migrator{connection_, inParts()};
    const Plan plan = migrator.plan();
    ASSERT_TRUE(plan.steps[0].begun);
    EXPECT_EQ(plan.steps[0].begun->done, 2U);
    const std::string text = toText(plan);
    EXPECT_TRUE(holds(text, "-- Stands already: raw_sql")) << text;
    EXPECT_FALSE(holds(text, "CREATE TABLE first_table")) << text;
}

TEST_F(Segments, RefuseToGoOnWithAnEditedMigration) {
    stop();
    Migrator migrator{connection_, std::move(MigrationSet{}.add<Edited>(kInParts))};
    const HistoryError error = refusalOf([&] { migrator.up(); });
    EXPECT_EQ(error.code(), ErrorCode::MigrationHalfWay);
    EXPECT_EQ(error.exitCode(), 28);
    EXPECT_EQ(error.where().migration, kInParts);
    EXPECT_TRUE(holds(error.message(), "and was modified since then")) << error.what();
    EXPECT_TRUE(holds(error.state(),
                      "2 of 5 statements of 20250401000000_in_parts stand:\n"
                      "  1. CREATE TABLE first_table (id INTEGER)\n"))
        << error.state();
    EXPECT_TRUE(holds(error.hint(), "drop the table godwit_history_progress")) << error.hint();
    EXPECT_EQ(count("first_table"), "1");
}

TEST_F(Segments, StartAnewOnceTheTableIsDroppedAsTheRefusalSays) {
    stop();
    connection_.execute("DROP TABLE first_table");
    connection_.execute("DROP TABLE godwit_history_progress");
    EXPECT_EQ(
        (Migrator{connection_, std::move(MigrationSet{}.add<Edited>(kInParts))}.up().steps.size()),
        1U);
}

TEST_F(Segments, RefuseTheOtherDirection) {
    Migrator{connection_, std::move(MigrationSet{}.add<Other>("20250101000000_other"))}.up();
    MigrationSet both;
    both.add<Other>("20250101000000_other").add<InParts>(kInParts);
    failureOfMarked(connection_, both);
    Migrator migrator{connection_, both};
    for (const Target& target : {Target::rollback(1), Target::redo(), Target::rollbackAll()}) {
        const HistoryError error = refusalOf([&] { migrator.run(target); });
        EXPECT_EQ(error.code(), ErrorCode::MigrationHalfWay);
        EXPECT_TRUE(holds(error.message(), "half-way up since")) << error.what();
        EXPECT_TRUE(holds(error.hint(), "finish it first: start `up`")) << error.hint();
    }
    EXPECT_EQ(migrator.status().migrations[0].state, MigrationStatus::State::Applied);
}

TEST_F(Segments, RefuseAStartThatWouldTakeAHalfTakenBackMigrationForApplied) {
    stopOnTheWayBack();
    const HistoryError error = refusalOf([&] { Migrator{connection_, inParts()}.up(); });
    EXPECT_EQ(error.code(), ErrorCode::MigrationHalfWay);
    EXPECT_TRUE(holds(error.message(), "half-way down since")) << error.what();
    EXPECT_TRUE(holds(error.hint(), "start `rollback`")) << error.hint();
}

TEST_F(Segments, RefuseAProgramThatDoesNotHaveTheMigration) {
    stop();
    Migrator older{connection_, std::move(MigrationSet{}.add<Other>(kOther))};
    const HistoryError error = refusalOf([&] { older.up(); });
    EXPECT_TRUE(holds(error.message(), "and this program does not have it")) << error.what();
}

TEST_F(Segments, ComeBeforeAMigrationThatWasMergedMeanwhile) {
    stop();
    connection_.execute("CREATE TABLE not_there (id INTEGER)");
    MigrationSet merged;
    merged.add<Other>("20250101000000_other").add<InParts>(kInParts);
    const HistoryError error = refusalOf([&] { runMarked(connection_, merged); });
    EXPECT_EQ(error.code(), ErrorCode::MigrationsOutOfOrderInHistory);
    EXPECT_TRUE(holds(error.message(), "which is half-way up")) << error.what();
    const Report report = runMarked(connection_, merged, Target::up(), {.allowOutOfOrder = true});
    ASSERT_EQ(report.steps.size(), 2U);
    EXPECT_EQ(report.steps[0].id, kInParts);
}

constexpr const char* kUnique =
    "/*outside*//*done SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('one')*/"
    "/*clear DROP INDEX CONCURRENTLY IF EXISTS one*/"
    "CREATE UNIQUE INDEX CONCURRENTLY one ON numbers (n)";

class Unique : public Migration {
public:
    void up(SchemaBuilder& schema) const override { say(schema, kUnique); }
    void down(SchemaBuilder& schema) const override { say(schema, "DROP INDEX one"); }
};

TEST_F(SegmentsOnPostgresql, ReplaceAnIndexThatWasLeftInvalid) {
    connection_.execute("CREATE TABLE numbers (n int)");
    connection_.execute("INSERT INTO numbers VALUES (7), (7)");
    const MigrationSet migrations = std::move(MigrationSet{}.add<Unique>(kInParts));
    const MigrationFailed error = failureOfMarked(connection_, migrations);
    EXPECT_TRUE(holds(error.state(), "0 of 1 statements stand")) << error.state();
    EXPECT_TRUE(holds(error.state(), "What statement 1 did before it failed may stand too."))
        << error.state();
    EXPECT_TRUE(holds(error.hint(), "the next start goes on at statement 1;")) << error.hint();
    const std::string valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'one'::regclass";
    EXPECT_EQ(database_.value(valid), "f");
    // The cause is still there: the attempt fails in the same way, not at the index it has left.
    EXPECT_TRUE(
        holds(failureOfMarked(connection_, migrations).serverText(), "could not create unique"));
    connection_.execute("DELETE FROM numbers");
    EXPECT_EQ(runMarked(connection_, migrations).steps.size(), 1U);
    EXPECT_EQ(database_.value(valid), "t");
}

TEST_F(SegmentsOnPostgresql, SayToAFirstAttemptThatTheIndexIsThere) {
    connection_.execute("CREATE TABLE numbers (n int)");
    connection_.execute("CREATE INDEX one ON numbers (n)");
    const MigrationFailed error =
        failureOfMarked(connection_, std::move(MigrationSet{}.add<Unique>(kInParts)));
    EXPECT_TRUE(holds(error.serverText(), "already exists")) << error.what();
}

TEST_F(SegmentsOnPostgresql, HaveTheSettingsOfTheRunOutsideOfTransactionsToo) {
    class Looks : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "/*outside*/INSERT INTO seen SELECT current_setting('timezone')");
        }
        void down(SchemaBuilder&) const override {}
    };
    connection_.execute("CREATE TABLE seen (zone text)");
    connection_.execute("SET timezone = 'Asia/Tokyo'");
    runMarked(connection_, std::move(MigrationSet{}.add<Looks>(kInParts)));
    EXPECT_EQ(database_.value("SELECT zone FROM seen"), "UTC");
}

TEST_F(SegmentsOnPostgresql, LeaveTheSessionAsItWasOutsideOfTransactions) {
    connection_.execute("CREATE SCHEMA elsewhere");
    connection_.execute("CREATE TABLE elsewhere.numbers (n int)");
    connection_.execute("SET timezone = 'Asia/Tokyo'");
    connection_.execute("SET search_path = elsewhere, public");
    connection_.execute("SET standard_conforming_strings = off");
    runMarked(connection_, std::move(MigrationSet{}.add<Unique>(kInParts)));
    EXPECT_EQ(onlyValue(connection_.query("SHOW timezone")), "Asia/Tokyo");
    EXPECT_EQ(onlyValue(connection_.query("SHOW search_path")), "elsewhere, public");
    EXPECT_EQ(onlyValue(connection_.query("SHOW standard_conforming_strings")), "off");
    EXPECT_EQ(onlyValue(connection_.query("SELECT to_regclass('elsewhere.one')::text")), "one");
}

TEST_F(SegmentsOnPostgresql, UseAnEnumValueThatTheSegmentBeforeHasAdded) {
    class AddsAValue : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "/*commit*/ALTER TYPE mood ADD VALUE 'glad'");
            say(schema, "INSERT INTO moods VALUES ('glad')");
        }
        void down(SchemaBuilder&) const override {}
    };
    connection_.execute("CREATE TYPE mood AS ENUM ('sad')");
    connection_.execute("CREATE TABLE moods (m mood)");
    runMarked(connection_, std::move(MigrationSet{}.add<AddsAValue>(kInParts)));
    EXPECT_EQ(count("moods"), "1");
}

// Between two transactions another process may take the lock, and finish.
TEST_F(SegmentsOnSqlite, NoticeThatSomebodyElseWentOn) {
    connection_.execute("CREATE TABLE not_there (id INTEGER)");
    std::size_t finishedByOthers = 0;
    for (std::size_t at = 1; at < 40; ++at) {
        SCOPED_TRACE(fmt::format("before message {}", at));
        const ScratchDatabase database;
        database.connect().execute("CREATE TABLE not_there (id INTEGER)");
        Connection hookedConnection = hooked(database.connect(), [&](std::size_t message) {
            if (message == at) {
                Connection other = database.connect();
                try {
                    finishedByOthers +=
                        runMarked(other, inParts(), Target::up(), {.lockWait = {}}).steps.size();
                } catch (const LockError&) {
                    // Inside a transaction nobody else gets in.
                }
            }
        });
        runMarked(hookedConnection, inParts());
        EXPECT_EQ(database.value("SELECT count(*) FROM first_table"), "2");
        EXPECT_EQ(database.value("SELECT count(*) FROM not_there"), "1");
        EXPECT_EQ(database.value("SELECT count(*) FROM godwit_history"), "1");
    }
    EXPECT_GT(finishedByOthers, 1U);
}

TEST_F(SegmentsOnSqlite, NoticeThatSomebodyElseWentOnAndStoppedToo) {
    class ThreeTimes : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "/*commit*/CREATE TABLE first_table (id INTEGER)");
            say(schema, "/*commit*/INSERT INTO first_table VALUES (1)");
            say(schema, "INSERT INTO not_there VALUES (1)");
        }
        void down(SchemaBuilder&) const override {}
    };
    const MigrationSet migrations = std::move(MigrationSet{}.add<ThreeTimes>(kInParts));
    bool met = false;
    Connection mine = hooked(database_.connect(), [&](std::size_t) {
        const auto unfinished = Migrator{connection_, migrations}.status().unfinished;
        if (met || !unfinished || unfinished->done != 1) {
            return;
        }
        met = true;
        EXPECT_EQ(failureOfMarked(connection_, migrations).progress().standing.size(), 2U);
        connection_.execute("CREATE TABLE not_there (id INTEGER)");
    });
    EXPECT_EQ(runMarked(mine, migrations).steps[0].done, 2U);
    EXPECT_EQ(count("first_table"), "1");
    EXPECT_EQ(count("not_there"), "1");
    EXPECT_TRUE(met);
}

}  // namespace
}  // namespace godwit::test
