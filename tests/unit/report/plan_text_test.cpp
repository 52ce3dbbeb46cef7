#include <gtest/gtest.h>

#include "unit/report/values.hpp"

namespace godwit::test {

namespace {

// Everything after the head, which ends at the first empty line.
std::string stepsOf(const std::string& text) { return text.substr(text.find("\n\n") + 2); }

TEST(PlanText, ShowsEachStepAsOneTransactionWithItsHistoryRow) {
    EXPECT_EQ(toText(plan(kPostgresql,
                          {step(Direction::Up,
                                {statement("CREATE TABLE orders (id uuid)"),
                                 statement("CREATE INDEX i ON orders (id)", "add_index i")})})),
              R"(-- Plan for PostgreSQL 15.4: 1 migration to apply.
-- Each migration is one transaction together with its row in the history.
-- The history is godwit's to write: run by hand, these statements leave it as it is.

-- up 20250217143000_create_orders_table: create orders table
BEGIN;
SET LOCAL time_zone = '+00:00';
-- create_table orders, orders.cpp:12
CREATE TABLE orders (id uuid);
-- add_index i, orders.cpp:12
CREATE INDEX i ON orders (id);
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
COMMIT;
)");
}

TEST(PlanText, OpensNoTransactionWhereDdlHasNone) {
    EXPECT_EQ(toText(plan(kMysql, {step(Direction::Down, {statement("DROP TABLE orders")})})),
              R"(-- Plan for MySQL 9.7.0: 1 migration to roll back.
-- Each statement stands as soon as it has run; the history follows the last one.
-- The history is godwit's to write: run by hand, these statements leave it as it is.
SET SESSION time_zone = '+00:00';

-- down 20250217143000_create_orders_table: create orders table
-- create_table orders, orders.cpp:12
DROP TABLE orders;
-- Here godwit writes to its history that 20250217143000_create_orders_table is rolled back.
)");
}

TEST(PlanText, SwitchesForeignKeysOffAroundTheRebuildOfATable) {
    Statement rebuild = statement("CREATE TABLE n (id INT);\nDROP TABLE o", "add_check o.c");
    rebuild.action = action::RebuildTable{"o", {}, {}, {}};
    EXPECT_EQ(stepsOf(toText(plan(kSqlite, {step(Direction::Up, {rebuild})}))),
              R"(-- up 20250217143000_create_orders_table: create orders table
PRAGMA foreign_keys = OFF;
BEGIN;
SET LOCAL time_zone = '+00:00';
-- add_check o.c, orders.cpp:12
CREATE TABLE n (id INT);
DROP TABLE o;
-- Of rows that this lists and that were right before, godwit makes a failure:
PRAGMA foreign_key_check;
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
COMMIT;
PRAGMA foreign_keys = ON;
)");
}

TEST(PlanText, CountsBothDirectionsOfARedo) {
    const Plan redo = plan(kSqlite, {step(Direction::Down, {}), step(Direction::Up, {})});
    EXPECT_TRUE(toText(redo).starts_with(
        "-- Plan for SQLite 3.40.1: 1 migration to roll back, 1 migration to apply.\n"));
}

TEST(PlanText, SaysWhenThereIsNothingToDo) {
    EXPECT_EQ(toText(plan(kSqlite, {})), "-- Nothing to do.\n");
}

TEST(PlanText, KeepsStatementsByteForByte) {
    const std::string sql = "INSERT INTO t VALUES ('a\r\n\t\\ \x01 ü')";
    EXPECT_NE(toText(plan(kSqlite, {step(Direction::Up, {statement(sql)})})).find(sql + ";\n"),
              std::string::npos);
}

TEST(PlanText, LetsNoNameBreakOutOfItsComment) {
    Plan hostile =
        plan(kSqlite,
             {step(Direction::Up, {statement("SELECT 1", "create_table a\nDROP TABLE b\r;")})});
    hostile.steps[0].description = "harmless\nDROP TABLE c";
    hostile.steps[0].id = "x\nDROP TABLE d";
    EXPECT_EQ(stepsOf(toText(hostile)),
              R"(-- up x\nDROP TABLE d: harmless\nDROP TABLE c
BEGIN;
SET LOCAL time_zone = '+00:00';
-- create_table a\nDROP TABLE b\x0d;, orders.cpp:12
SELECT 1;
-- Here godwit writes to its history that x\nDROP TABLE d is applied.
COMMIT;
)");
}

TEST(PlanText, PutsTheSemicolonWhereATrailingCommentCannotSwallowIt) {
    const Plan commented =
        plan(kPostgresql, {step(Direction::Up, {statement("DELETE FROM t\nWHERE x -- the old")})});
    EXPECT_NE(toText(commented).find("WHERE x -- the old\n;\n"), std::string::npos);
}

TEST(PlanText, ChangesTheDelimiterOfTheMysqlClientAroundABody) {
    const std::string sql = "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a=1; END";
    const std::string text = toText(plan(kMysql, {step(Direction::Up, {statement(sql)})}));
    EXPECT_NE(text.find("DELIMITER $$\n" + sql + "$$\nDELIMITER ;\n"), std::string::npos);
}

TEST(PlanText, NamesTheFileWithoutItsFolder) {
    Plan far = plan(kSqlite, {step(Direction::Up, {statement("SELECT 1", "raw_sql")})});
    far.steps[0].statements[0].line = {"/home/ada/shop/migrations/orders.cpp", 7};
    EXPECT_NE(toText(far).find("-- raw_sql, orders.cpp:7\n"), std::string::npos);
}

TEST(PlanText, LeavesOutAPlaceThatIsNotKnown) {
    Plan loose = plan(kSqlite, {step(Direction::Up, {statement("SELECT 1", "raw_sql")})});
    loose.steps[0].statements[0].line = {};
    EXPECT_NE(toText(loose).find("-- raw_sql\nSELECT 1;\n"), std::string::npos);
}

Step inParts() {
    Step parts = step(Direction::Up,
                      {statement("ALTER TABLE orders ADD a int", "add_column orders.a"),
                       statement("CREATE INDEX CONCURRENTLY i ON orders (a)", "add_index i"),
                       statement("ALTER TABLE orders ADD b int", "add_column orders.b"),
                       statement("ALTER TABLE orders ADD c int", "add_column orders.c")});
    parts.statements[1].outsideTransaction = true;
    return parts;
}

TEST(PlanText, ShowsWhereTransactionsBeginAndEnd) {
    EXPECT_EQ(stepsOf(toText(plan(kPostgresql, {inParts()}))),
              R"(-- up 20250217143000_create_orders_table: create orders table
-- In parts that stand once they have run; after an interruption godwit goes on with the next.
BEGIN;
SET LOCAL time_zone = '+00:00';
-- add_column orders.a, orders.cpp:12
ALTER TABLE orders ADD a int;
-- Here godwit writes down that 1 of 4 statements stand.
COMMIT;
-- Outside of any transaction:
-- add_index i, orders.cpp:12
CREATE INDEX CONCURRENTLY i ON orders (a);
-- Here godwit writes down that 2 of 4 statements stand.
BEGIN;
SET LOCAL time_zone = '+00:00';
-- add_column orders.b, orders.cpp:12
ALTER TABLE orders ADD b int;
-- add_column orders.c, orders.cpp:12
ALTER TABLE orders ADD c int;
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
COMMIT;
)");
}

TEST(PlanText, ShowsNoTransactionAroundNothing) {
    Step alone = inParts();
    alone.statements = {alone.statements[1]};
    EXPECT_EQ(stepsOf(toText(plan(kPostgresql, {alone}))),
              R"(-- up 20250217143000_create_orders_table: create orders table
-- In parts that stand once they have run; after an interruption godwit goes on with the next.
-- Here godwit writes down that it begins.
-- Outside of any transaction:
-- add_index i, orders.cpp:12
CREATE INDEX CONCURRENTLY i ON orders (a);
-- Here godwit writes down that 1 of 1 statements stand.
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
)");
}

TEST(PlanText, ShowsWhatStandsFromAnInterruptedRunWithoutRunningItAgain) {
    Step half = inParts();
    half.begun = StepProgress{.done = 2, .position = {}};
    EXPECT_EQ(stepsOf(toText(plan(kPostgresql, {half}))),
              R"(-- up 20250217143000_create_orders_table: create orders table
-- In parts that stand once they have run; after an interruption godwit goes on with the next.
-- Stands already: add_column orders.a, orders.cpp:12
-- Stands already: add_index i, orders.cpp:12
BEGIN;
SET LOCAL time_zone = '+00:00';
-- add_column orders.b, orders.cpp:12
ALTER TABLE orders ADD b int;
-- add_column orders.c, orders.cpp:12
ALTER TABLE orders ADD c int;
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
COMMIT;
)");
}

TEST(PlanText, ShowsOnceWhatIsRunOnlyIf) {
    Step guarded = step(Direction::Up,
                        {statement("CREATE TYPE a AS ENUM ('x')"),
                         statement("CREATE TABLE t (a a)"),
                         statement("DROP TABLE u", "drop_table u")});
    guarded.statements[0].onlyIf = guarded.statements[1].onlyIf = "SELECT 'not\nthere'";
    guarded.statements[2].onlyIf = "SELECT 'there'";
    const std::string text = toText(plan(kSqlite, {guarded}));
    EXPECT_NE(text.find(R"(-- Only if this is true, the next 2: SELECT 'not\nthere'
-- create_table orders, orders.cpp:12
CREATE TYPE a AS ENUM ('x');
-- create_table orders, orders.cpp:12
CREATE TABLE t (a a);
-- Only if this is true: SELECT 'there'
-- drop_table u, orders.cpp:12
)"),
              std::string::npos)
        << text;
}

TEST(PlanText, ShowsTransactionsAboutRowsWhereDdlHasNone) {
    Step mixed = step(
        Direction::Up,
        {statement("CREATE TABLE t (a int)"), statement("INSERT INTO t VALUES (1)", "insert t")});
    mixed.statements[1].rowsOnly = true;
    EXPECT_EQ(stepsOf(toText(plan(kMysql, {mixed}))),
              R"(-- up 20250217143000_create_orders_table: create orders table
-- In parts that stand once they have run; after an interruption godwit goes on with the next.
-- Here godwit writes down that it begins.
-- create_table orders, orders.cpp:12
CREATE TABLE t (a int);
-- Here godwit writes down that 1 of 2 statements stand.
BEGIN;
-- insert t, orders.cpp:12
INSERT INTO t VALUES (1);
-- Here godwit writes to its history that 20250217143000_create_orders_table is applied.
COMMIT;
)");
}

}  // namespace

}  // namespace godwit::test
