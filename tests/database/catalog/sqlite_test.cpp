#include <gtest/gtest.h>

#include "database/catalog/mutation.hpp"
#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"

// Whatever changes in a SQLite database changes its dump, and each line is about one thing.

namespace godwit::test {

namespace {

struct Two {
    std::string_view attribute;
    std::string_view one;
    std::string_view other;
    std::string_view change;  ///< What the dump makes of the difference.
};

const Two kTables[] = {
    {"column",
     "CREATE TABLE t (a INTEGER)",
     "CREATE TABLE t (a INTEGER, b TEXT)",
     "- order t: a\n+ column t.b: TEXT\n+ order t: a, b\n"},
    {"column place",
     "CREATE TABLE t (a INTEGER, b TEXT)",
     "CREATE TABLE t (b TEXT, a INTEGER)",
     "- order t: a, b\n+ order t: b, a\n"},
    {"type",
     "CREATE TABLE t (a INTEGER, b TEXT)",
     "CREATE TABLE t (a TEXT, b TEXT)",
     "- column t.a: INTEGER\n+ column t.a: TEXT\n"},
    {"nullability",
     "CREATE TABLE t (a TEXT)",
     "CREATE TABLE t (a TEXT NOT NULL)",
     "- column t.a: TEXT\n+ column t.a: TEXT NOT NULL\n"},
    {"default with a comma and a parenthesis",
     "CREATE TABLE t (a TEXT DEFAULT 'x', b TEXT)",
     "CREATE TABLE t (a TEXT DEFAULT 'x), b', b TEXT)",
     "- column t.a: TEXT DEFAULT 'x'\n+ column t.a: TEXT DEFAULT 'x), b'\n"},
    {"default with a quote",
     "CREATE TABLE t (a TEXT DEFAULT 'it''s (', b TEXT)",
     "CREATE TABLE t (a TEXT DEFAULT 'it''s', b TEXT)",
     "- column t.a: TEXT DEFAULT 'it''s ('\n+ column t.a: TEXT DEFAULT 'it''s'\n"},
    {"generated expression",
     "CREATE TABLE t (a INTEGER, b INTEGER AS (max(a, 1)))",
     "CREATE TABLE t (a INTEGER, b INTEGER AS (max(a, 1)) STORED)",
     "- column t.b: INTEGER AS (max(a, 1))\n+ column t.b: INTEGER AS (max(a, 1)) STORED\n"},
    {"counting up",
     "CREATE TABLE t (a INTEGER PRIMARY KEY)",
     "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
     "- column t.a: INTEGER PRIMARY KEY\n+ column t.a: INTEGER PRIMARY KEY AUTOINCREMENT\n"},
    {"collation",
     "CREATE TABLE t (a TEXT)",
     "CREATE TABLE t (a TEXT COLLATE NOCASE)",
     "- column t.a: TEXT\n+ column t.a: TEXT COLLATE NOCASE\n"},
    {"strict",
     "CREATE TABLE t (a TEXT PRIMARY KEY)",
     "CREATE TABLE t (a TEXT PRIMARY KEY) STRICT",
     "- table t: \n+ table t: STRICT\n"},
    {"without rowid",
     "CREATE TABLE t (a TEXT PRIMARY KEY) STRICT",
     "CREATE TABLE t (a TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
     "- table t: STRICT\n+ table t: STRICT, WITHOUT ROWID\n"},
    {"comments, which are kept in the text",
     "CREATE TABLE t (\n  a TEXT\n)",
     "CREATE TABLE t ( /* Table, of (one */\n  a /* Column */ TEXT\n)",
     "- column t.a: TEXT\n- table t: \n+ column t.a: /* Column */ TEXT\n"
     "+ table t:  /* Table, of (one */\n"},
    {"primary key",
     "CREATE TABLE t (a TEXT)",
     "CREATE TABLE t (a TEXT, PRIMARY KEY (a))",
     "+ constraint t: PRIMARY KEY (a)\n"},
    {"unique",
     "CREATE TABLE t (a TEXT, b TEXT)",
     "CREATE TABLE t (a TEXT, b TEXT, CONSTRAINT u UNIQUE (a, b))",
     "+ constraint t: CONSTRAINT u UNIQUE (a, b)\n"},
    {"foreign key action",
     "CREATE TABLE t (a TEXT, FOREIGN KEY (a) REFERENCES t (a))",
     "CREATE TABLE t (a TEXT, FOREIGN KEY (a) REFERENCES t (a) ON DELETE CASCADE)",
     "- constraint t: FOREIGN KEY (a) REFERENCES t (a)\n"
     "+ constraint t: FOREIGN KEY (a) REFERENCES t (a) ON DELETE CASCADE\n"},
    {"check",
     "CREATE TABLE t (a TEXT, CHECK (a <> ')'))",
     "CREATE TABLE t (a TEXT, CHECK (a <> '('))",
     "- constraint t: CHECK (a <> ')')\n+ constraint t: CHECK (a <> '(')\n"},
    {"a column that is named like a constraint",
     "CREATE TABLE t (a TEXT)",
     "CREATE TABLE t (a TEXT, \"CHECK\" TEXT)",
     "- order t: a\n+ column t.CHECK: TEXT\n+ order t: a, CHECK\n"},
    {"a name with quotes and commas",
     "CREATE TABLE t (a TEXT)",
     "CREATE TABLE t (a TEXT, \"b\"\", c\" TEXT)",
     "- order t: a\n+ column t.b\"\", c: TEXT\n+ order t: a, b\"\", c\n"},
};

const Mutation kMutations[] = {
    {"index", "CREATE INDEX i ON t (b)", ""},
    {"index order", "CREATE INDEX i ON t (a DESC)", ""},
    {"index collation", "CREATE INDEX i ON t (b COLLATE NOCASE)", ""},
    {"unique index", "CREATE UNIQUE INDEX i ON t (a)", ""},
    {"index predicate", "CREATE INDEX i ON t (a) WHERE a > 1", ""},
    {"index of an expression", "CREATE INDEX i ON t (lower(b))", ""},
    {"index gone", "DROP INDEX by_a", ""},
    {"view", "CREATE VIEW w AS SELECT b FROM t", ""},
    {"view gone", "DROP VIEW v", ""},
    {"trigger", "CREATE TRIGGER other AFTER DELETE ON t BEGIN SELECT 1; END", ""},
    {"trigger gone", "DROP TRIGGER r", ""},
    {"table name", "ALTER TABLE t RENAME TO u", ""},
    {"column name", "ALTER TABLE t RENAME COLUMN b TO c", ""},
    {"virtual table", "CREATE VIRTUAL TABLE f USING fts5(x)", ""},
};

}  // namespace

TEST(CatalogOnSqlite, ShowsADifferenceOfTablesAsWhatItIs) {
    for (const Two& two : kTables) {
        std::string catalogs[2];
        for (int i = 0; i < 2; ++i) {
            const ScratchDatabase database;
            Connection connection = database.connect();
            connection.execute(i == 0 ? two.one : two.other);
            catalogs[i] = catalogOf(connection);
        }
        EXPECT_EQ(catalogChange(catalogs[0], catalogs[1]), two.change) << two.attribute;
    }
}

TEST(CatalogOnSqlite, ShowsAChangeOfEachAttribute) {
    const ScratchDatabase database;
    Connection connection = database.connect();
    connection.execute("CREATE TABLE t (a INTEGER, b TEXT)");
    connection.execute("CREATE INDEX by_a ON t (a)");
    connection.execute("CREATE VIEW v AS SELECT a FROM t");
    connection.execute("CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END");
    const std::string before = catalogOf(connection);
    for (const Mutation& mutation : kMutations) {
        connection.execute("BEGIN");
        connection.execute(mutation.change);
        EXPECT_NE(catalogChange(before, catalogOf(connection)), "") << mutation.attribute;
        connection.execute("ROLLBACK");
        EXPECT_EQ(catalogChange(before, catalogOf(connection)), "") << mutation.attribute;
    }
}

TEST(CatalogOnSqlite, DoesNotCareAboutLayout) {
    std::string catalogs[2];
    for (int i = 0; i < 2; ++i) {
        const ScratchDatabase database;
        Connection connection = database.connect();
        connection.execute(i == 0 ? "CREATE TABLE t (a TEXT, b TEXT)"
                                  : "CREATE TABLE t(\n  a  TEXT,\n\n  b TEXT\n)");
        catalogs[i] = catalogOf(connection);
    }
    EXPECT_EQ(catalogs[0], catalogs[1]);
}

}  // namespace godwit::test
