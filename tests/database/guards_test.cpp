#include <gtest/gtest.h>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/marked_run.hpp"

// Statements that run only if.

namespace godwit::test {
namespace {

constexpr const char* kGuarded = "20250401000000_guarded";

class Guards : public testing::Test {
protected:
    std::string count(const std::string& table) {
        return onlyValue(connection_.query("SELECT count(*) FROM " + table));
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class Guarded : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        say(schema, "CREATE TABLE notes (n INTEGER)");
        say(schema, "/*if SELECT count(*) = 1 FROM notes*/INSERT INTO notes VALUES (10)");
        say(schema, "/*if SELECT count(*) = 0 FROM notes*/INSERT INTO notes VALUES (20)");
        say(schema, "/*if SELECT count(*) = 0 FROM notes*/INSERT INTO notes VALUES (21)");
        say(schema, "/*if SELECT NULL*/INSERT INTO notes VALUES (30)");
        say(schema, "INSERT INTO notes VALUES (40)");
    }
    void down(SchemaBuilder& schema) const override { say(schema, "DROP TABLE notes"); }
};

TEST_F(Guards, LetThroughOnlyWhatTheirConditionHoldsFor) {
    runMarked(connection_, std::move(MigrationSet{}.add<Guarded>(kGuarded)));
    EXPECT_EQ(count("notes"), "3");
    EXPECT_EQ(onlyValue(connection_.query("SELECT sum(n) FROM notes")), "81");
}

// On MySQL and MariaDB each of these is a segment of its own.
class GuardedInParts : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        say(schema, "/*commit*/CREATE TABLE notes (n INTEGER)");
        say(schema, "/*commit*//*if SELECT count(*) = 1 FROM notes*/CREATE TABLE a (n INTEGER)");
        say(schema, "/*commit*//*if SELECT count(*) = 1 FROM notes*/CREATE TABLE b (n INTEGER)");
        say(schema,
            "/*commit*//*if SELECT count(*) = 0 FROM notes*//*rows*/INSERT INTO notes VALUES (1)");
        say(schema,
            "/*commit*//*if SELECT count(*) = 0 FROM notes*//*rows*/INSERT INTO notes VALUES (2)");
        // Not wanted, and the second of them shares its transaction with what is.
        say(schema,
            "/*commit*//*if SELECT count(*) = 9 FROM notes*//*rows*/INSERT INTO notes VALUES (8)");
        say(schema, "/*if SELECT count(*) = 9 FROM notes*//*rows*/INSERT INTO notes VALUES (16)");
        say(schema, "/*rows*/INSERT INTO notes VALUES (4)");
    }
    void down(SchemaBuilder& schema) const override { say(schema, "DROP TABLE notes"); }
};

TEST_F(Guards, DecideOnceForAllStatementsOfACall) {
    runMarked(connection_, std::move(MigrationSet{}.add<GuardedInParts>(kGuarded)));
    EXPECT_EQ(onlyValue(connection_.query("SELECT sum(n) FROM notes")), "7");
    EXPECT_FALSE(holds(catalogOf(connection_), "column a."));
    EXPECT_FALSE(holds(catalogOf(connection_), "column b."));
}

TEST_F(Guards, AreNamedWhenTheyFail) {
    class BadGuard : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "CREATE TABLE notes (n INTEGER)");
            say(schema, "/*if SELECT 1 FROM not_there*/INSERT INTO notes VALUES (1)");
        }
        void down(SchemaBuilder&) const override {}
    };
    const MigrationFailed error =
        failureOfMarked(connection_, std::move(MigrationSet{}.add<BadGuard>(kGuarded)));
    EXPECT_TRUE(holds(error.message(), "failed at the condition of statement 2 of 2"))
        << error.what();
    EXPECT_EQ(error.where().sql, "SELECT 1 FROM not_there");
}

TEST_F(Guards, HideNoStatementThatFailsBehindThem) {
    class BadStatement : public Migration {
    public:
        void up(SchemaBuilder& schema) const override {
            say(schema, "CREATE TABLE notes (n INTEGER)");
            say(schema, "/*if SELECT 1*/INSERT INTO notes VALUES (1)");
            say(schema, "INSERT INTO notes VALUES (2)");
            say(schema, "INSERT INTO not_there VALUES (3)");
        }
        void down(SchemaBuilder&) const override {}
    };
    const MigrationFailed error =
        failureOfMarked(connection_, std::move(MigrationSet{}.add<BadStatement>(kGuarded)));
    EXPECT_TRUE(holds(error.message(), "at statement 4 of 4")) << error.what();
    EXPECT_EQ(error.where().sql, "INSERT INTO not_there VALUES (3)");
}

}  // namespace
}  // namespace godwit::test
