#include <gtest/gtest.h>

#include "sqlite/table_text.hpp"

namespace godwit::detail {

namespace {

using Texts = std::vector<std::string>;

TEST(TableText, HasColumnsConstraintsAndOptions) {
    const auto table = readTable(
        "CREATE TABLE \"odd (name, x\" (id INTEGER PRIMARY KEY, total DECIMAL(10, 2) DEFAULT "
        "'a,b',\n"
        "  CONSTRAINT sane CHECK (total IN (1, 2)), FOREIGN KEY (id) REFERENCES o (a)) STRICT");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns,
              (Texts{"id INTEGER PRIMARY KEY", "total DECIMAL(10, 2) DEFAULT 'a,b'"}));
    EXPECT_EQ(
        table->constraints,
        (Texts{"CONSTRAINT sane CHECK (total IN (1, 2))", "FOREIGN KEY (id) REFERENCES o (a)"}));
    EXPECT_EQ(table->options, "STRICT");
    EXPECT_EQ(table->note, "");
}

TEST(TableText, ReadsBackWhatItWrites) {
    const std::string sql =
        "CREATE TABLE \"t\" ( /* A table. */\n    \"id\" INT,\n    "
        "\"n\" /* A number. */ INT,\n    CHECK (n > 0)\n) STRICT";
    const auto table = readTable(sql);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->note, "/* A table. */");
    EXPECT_EQ(createTableText(*table, "\"t\""), sql);
}

TEST(TableText, KeepsLineCommentsFromSwallowingACommma) {
    const auto table = readTable("CREATE TABLE t (a INT -- first\n, b INT -- last\n)");
    ASSERT_TRUE(table);
    const auto again = readTable(createTableText(*table, "t"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->columns, (Texts{"a INT -- first", "b INT -- last"}));
}

TEST(TableText, TakesAColumnNamedLikeAKeywordForAColumn) {
    const auto table = readTable("CREATE TABLE t (\"check\" INT, \"primary\" INT)");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns.size(), 2U);
}

TEST(TableText, IsNothingForWhatIsNoTable) {
    EXPECT_FALSE(readTable("CREATE VIRTUAL TABLE t USING fts5(a)"));
    EXPECT_FALSE(readTable("CREATE VIEW v AS SELECT (1)"));
    EXPECT_FALSE(readTable("CREATE TABLE t"));
    EXPECT_FALSE(readTable(""));
}

TEST(ColumnText, HasItsClausesApart) {
    const ColumnText column = readColumn(
        "total DECIMAL(10, 2) CONSTRAINT given NOT NULL DEFAULT NULL COLLATE NOCASE "
        "CONSTRAINT sane CHECK (total NOT NULL) "
        "REFERENCES o (a) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE UNIQUE");
    EXPECT_EQ(column.head, "total");
    EXPECT_EQ(column.type, "DECIMAL(10, 2)");
    EXPECT_EQ(column.clauses,
              (Texts{"CONSTRAINT given NOT NULL",
                     "DEFAULT NULL",
                     "COLLATE NOCASE",
                     "CONSTRAINT sane CHECK (total NOT NULL)",
                     "REFERENCES o (a) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE",
                     "UNIQUE"}));
}

TEST(ColumnText, MayBeComputed) {
    EXPECT_EQ(readColumn("g INT GENERATED ALWAYS AS (a + 1) STORED NOT NULL").clauses,
              (Texts{"GENERATED ALWAYS AS (a + 1) STORED", "NOT NULL"}));
    EXPECT_EQ(readColumn("g AS (a + 1)").clauses, (Texts{"AS (a + 1)"}));
    EXPECT_TRUE(isComputedColumn("g INT GENERATED ALWAYS AS (a + 1) STORED"));
    EXPECT_TRUE(isComputedColumn("g AS (a + 1)"));
    EXPECT_FALSE(isComputedColumn("g INT DEFAULT (a AS x)"));
}

TEST(ColumnText, MayHaveNoType) {
    EXPECT_EQ(readColumn("a"), (ColumnText{"a", "", {}}));
    EXPECT_EQ(readColumn("a NOT NULL"), (ColumnText{"a", "", {"NOT NULL"}}));
}

TEST(ColumnText, KeepsItsNote) {
    const std::string text = "\"n\" /* A number. */ INT NOT NULL";
    const ColumnText column = readColumn(text);
    EXPECT_EQ(column.head, "\"n\" /* A number. */");
    EXPECT_EQ(columnText(column), text);
}

TEST(ColumnText, KeepsLineCommentsFromSwallowingAClause) {
    ColumnText column = readColumn("a INT -- a number\n NOT NULL");
    EXPECT_EQ(readColumn(columnText(column)), column);
}

TEST(Constraints, AreComparedWithoutTheirNames) {
    EXPECT_EQ(constraintNameOf("CONSTRAINT \"Sane\" CHECK (a > 0)"), "sane");
    EXPECT_EQ(constraintNameOf("CHECK (a > 0)"), "");
    EXPECT_EQ(contentOf("CONSTRAINT \"Sane\" CHECK (a > 0)"), contentOf("check(\"a\">0)"));
}

}  // namespace

}  // namespace godwit::detail
