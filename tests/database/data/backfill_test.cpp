#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/migrator.hpp>

#include "database/support/killed_process.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// Updates in portions, killed at every place where a process says something to a server.

namespace godwit::test {
namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kCount = "20250402000000_count";

void make(SchemaBuilder& schema) {
    schema.createTable("numbers", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("times").defaultTo(0);
        t.check("numbers_small", "times < 9");
    });
    schema.insert("numbers",
                  {"id"},
                  {{3}, {-6}, {9}, {12}, {15}, {18}, {21}, {24}, {27}, {2'000'000'000}});
    schema.createTable("places", [](TableBuilder& t) {
        t.string("town", 20);
        t.bytes("code").nullable();
        t.bigInteger("plot");
        t.integer("times").defaultTo(0);
        t.primaryKey({"town", "plot"});
    });
    schema.insert("places",
                  {"town", "plot"},
                  {{"O'Brien\\", 1},
                   {"O'Brien\\", 2},
                   {"O'Brien\\", 9'000'000'000},
                   {"? :name $1", -5},
                   {"", 0},
                   {"\xc3\x89vora", 1},
                   {"\xc3\x89vora", 2}});
}

// To do it a second time to a row is not the same as to do it once.
void countThem(SchemaBuilder& schema) {
    schema.backfill("numbers").set("times", expr("times + 1")).batchesOf(3);
    schema.backfill("places").set("times", expr("times + 1")).batchesOf(2);
}

MigrationSet migrations() {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<Written<countThem>>(kCount);
    return set;
}

class Backfill : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    void makeTables() { Migrator{connection_, migrations()}.upTo(kMake); }

    // "3 6 9 10": the rows after each portion of a run.
    std::string portionsOf(MigrationSet set) {
        std::string rows;
        Migrator{connection_,
                 std::move(set),
                 {.onEvent =
                      [&](const Event& event) {
                          if (event.kind == Event::Kind::BatchFinished) {
                              rows += fmt::format("{}{}", rows.empty() ? "" : " ", event.rows);
                          }
                      }}}
            .up();
        return rows;
    }

    MigrationFailed failure(MigrationSet set) {
        try {
            Migrator{connection_, std::move(set)}.up();
        } catch (const MigrationFailed& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {ErrorCode::Internal, {"nothing was thrown", {}, {}}, {}, {}, {}};
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

TEST_F(Backfill, TouchesEachRowOnceWhereverTheProcessWasKilled) {
    const auto valueIn = [](Connection& connection, std::string_view sql) {
        return onlyValue(connection.query(sql));
    };
    bool killed = true;
    std::size_t inTheMiddle = 0;
    for (std::size_t n = 1; killed; ++n) {
        SCOPED_TRACE(fmt::format("killed before message {}", n));
        const ScratchDatabase database;
        Connection connection = database.connect();
        Migrator{connection, migrations()}.upTo(kMake);
        killed = killedBefore(n, database, [](Connection& migrating) {
            Migrator{migrating, migrations()}.up();
        });
        const int before = std::stoi(valueIn(connection, "SELECT sum(times) FROM numbers")) +
                           std::stoi(valueIn(connection, "SELECT sum(times) FROM places"));
        inTheMiddle += before > 0 && before < 17 ? 1U : 0U;
        Migrator{connection, migrations()}.up();
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM numbers WHERE times <> 1"), "0");
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM places WHERE times <> 1"), "0");
        EXPECT_EQ(valueIn(connection, "SELECT count(*) FROM godwit_history"), "2");
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(inTheMiddle, 6U);
}

TEST_F(Backfill, TellsHowManyRowsItHasWritten) {
    EXPECT_EQ(portionsOf(migrations()), "3 6 9 10 2 4 6 7");
}

void inFives(SchemaBuilder& schema) {
    schema.backfill("numbers").set("times", 1).batchesOf(5);
    schema.backfill("numbers").set("times", 2).batchesOf(10);
    schema.backfill("numbers").set("times", 3).batchesOf(11);
    schema.backfill("numbers").set("times", 4).where("id < 0 OR id > 24");
    schema.backfill("numbers").set("times", 5).where("id = 0");
}

TEST_F(Backfill, EndsWhereAPortionEndsToo) {
    makeTables();
    MigrationSet set;
    set.add<Written<make>>(kMake).add<Written<inFives>>(kCount);
    EXPECT_EQ(portionsOf(std::move(set)), "5 10 10 10 10 10 3 0");
    EXPECT_EQ(value("SELECT sum(times) FROM numbers"), fmt::format("{}", 3 * 4 + 7 * 3));
}

void byCode(SchemaBuilder& schema) {
    schema.createTable("odd", [](TableBuilder& t) {
        t.string("code", 10);
        t.integer("n").defaultTo(0);
        t.unique({"code"});
    });
    schema.insert("odd", {"code"}, {{"b"}, {"a"}, {"'"}, {"\\"}, {"B"}});
    schema.backfill("odd").set("n", expr("n + 1")).by({"code"}).batchesOf(1);
}

TEST_F(Backfill, WalksByColumnsThatAreNamed) {
    MigrationSet set;
    set.add<Written<byCode>>(kMake);
    EXPECT_EQ(portionsOf(std::move(set)), "1 2 3 4 5 5");
    EXPECT_EQ(value("SELECT count(*) FROM odd WHERE n = 1"), "5");
}

class BackfillOnMysql : public Backfill {};

void byBits(SchemaBuilder& schema) {
    schema.createTable("flags", [](TableBuilder& t) {
        t.bit("code", 40).primaryKey();
        t.integer("n").defaultTo(0);
    });
    schema.createTable("sets", [](TableBuilder& t) {
        t.set("code", "flag_set", {"z", "y", "x"}).primaryKey();
        t.integer("n").defaultTo(0);
    });
    schema.insert("flags", {"code"}, {{expr("1")}, {expr("39")}, {expr("255")}, {expr("1000")}});
    schema.insert("sets", {"code"}, {{"x"}, {"y"}, {"z"}, {"y,x"}, {"z,y"}, {"z,x"}});
    schema.backfill("flags").set("n", expr("n + 1")).batchesOf(1);
    schema.backfill("sets").set("n", expr("n + 1")).batchesOf(1);
}

TEST_F(BackfillOnMysql, WalksByBitsAndSetsInTheOrderOfTheirNumbers) {
    MigrationSet set;
    set.add<Written<byBits>>(kMake);
    EXPECT_EQ(portionsOf(std::move(set)), "1 2 3 4 4 1 2 3 4 5 6 6");
    EXPECT_EQ(value("SELECT count(*) FROM flags WHERE n = 1"), "4");
    EXPECT_EQ(value("SELECT count(*) FROM sets WHERE n = 1"), "6");
}

TEST_F(Backfill, GoesOnBehindWhatStandsWhenAPortionHasFailed) {
    makeTables();
    connection_.execute("UPDATE numbers SET times = 8 WHERE id = 18");
    const MigrationFailed error = failure(migrations());
    EXPECT_EQ(error.code(), ErrorCode::MigrationPartlyApplied) << error.what();
    EXPECT_THAT(error.state(), testing::HasSubstr("0 of 2 statements stand"));
    EXPECT_THAT(error.state(),
                testing::HasSubstr("What statement 1 had committed when it failed stands too."));
    EXPECT_THAT(error.hint(),
                testing::HasSubstr(
                    "the next start goes on behind what is committed of statement 1; to give"));
    EXPECT_EQ(value("SELECT count(*) FROM numbers WHERE times = 1"), "3");
    connection_.execute("UPDATE numbers SET times = 0 WHERE id = 18");
    EXPECT_EQ(portionsOf(migrations()), "3 6 7 2 4 6 7");
    EXPECT_EQ(value("SELECT count(*) FROM numbers WHERE times <> 1"), "0");
}

void addTotal(SchemaBuilder& schema) {
    schema.alterTable("numbers", [](AlterBuilder& t) { t.integer("total").nullable(); });
    schema.backfill("numbers").set("total", expr("id + 1"));
    schema.verify("no row without a total", "SELECT id FROM numbers WHERE total IS NULL").isEmpty();
    schema.alterTable("numbers", [](AlterBuilder& t) { t.setNotNull("total"); });
}

void dropTotal(SchemaBuilder& schema) {
    schema.alterTable("numbers", [](AlterBuilder& t) { t.dropColumn("total"); });
}

TEST_F(Backfill, StandsBetweenTheChangesOfTheSchemaThatItIsFor) {
    makeTables();
    MigrationSet set;
    set.add<Written<make>>(kMake).add<Written<addTotal, dropTotal>>(kCount);
    Migrator migrator{connection_, std::move(set)};
    migrator.up();
    EXPECT_EQ(value("SELECT total FROM numbers WHERE id = 27"), "28");
    EXPECT_THROW(connection_.execute("UPDATE numbers SET total = NULL"), DatabaseError);
    migrator.rollback(1);
    EXPECT_THROW(connection_.query("SELECT total FROM numbers"), DatabaseError);
}

}  // namespace
}  // namespace godwit::test
