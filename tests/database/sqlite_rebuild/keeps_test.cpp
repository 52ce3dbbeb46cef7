#include "database/sqlite_rebuild/fixture.hpp"

// What a table and its neighbours still are after the table was rebuilt.

namespace godwit::test {

namespace {

using testing::HasSubstr;

void shop(SchemaBuilder& schema) {
    schema.createTable("users", [](TableBuilder& t) {
        t.id();
        t.string("name", 40);
        t.foreignId("invited_by").nullable().references("users").onDelete(cascade);
    });
    schema.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.foreignId("user_id").references("users").onDelete(cascade);
        t.integer("total").defaultTo(0);
        t.index({"user_id", "total"});
    });
    schema.createTable("items", [](TableBuilder& t) {
        t.id();
        t.foreignId("order_id").references("orders").onDelete(cascade).onUpdate(cascade);
        t.integer("pieces");
    });
}

void checkNames(SchemaBuilder& schema) {
    schema.alterTable("users", [](AlterBuilder& t) { t.check("users_have_names", "name <> ''"); });
}

void uncheckNames(SchemaBuilder& schema) {
    schema.alterTable("users", [](AlterBuilder& t) { t.dropCheck("users_have_names"); });
}

void checkEverything(SchemaBuilder& schema) {
    checkNames(schema);
    schema.alterTable("orders", [](AlterBuilder& t) { t.check("orders_cost", "total >= 0"); });
    schema.alterTable("items", [](AlterBuilder& t) { t.check("items_are_there", "pieces > 0"); });
}

void dropItemIds(SchemaBuilder& schema) {
    schema.alterTable("items", [](AlterBuilder& t) { t.dropColumn("id"); });
}

class RebuildKeepsOnSqlite : public RebuildOnSqlite {
protected:
    void SetUp() override {
        given<shop>();
        run("INSERT INTO users (id, name, invited_by) VALUES (1, 'Ann', NULL), (2, 'Bob', 1), "
            "(3, 'Cid', 2)");
        run("INSERT INTO orders (id, user_id, total) VALUES (10, 1, 5), (11, 2, 6)");
        run("INSERT INTO items (id, order_id, pieces) VALUES (100, 10, 1), (101, 10, 2), "
            "(102, 11, 3)");
    }

    std::string allRows() {
        return list("SELECT id || ' ' || name || ' ' || coalesce(invited_by, '-') FROM users") +
               "|" + list("SELECT id || ' ' || user_id || ' ' || total FROM orders") + "|" +
               list("SELECT id || ' ' || order_id || ' ' || pieces FROM items");
    }
};

TEST_F(RebuildKeepsOnSqlite, ChildrenOfCascadingForeignKeysInTwoLevels) {
    const std::string before = allRows();
    when<checkNames>();
    EXPECT_EQ(allRows(), before);
    EXPECT_TRUE(refuses("INSERT INTO users (name) VALUES ('')"));
    run("DELETE FROM users WHERE id = 1");
    EXPECT_EQ(allRows(), "||") << "the foreign keys work as before";
}

TEST_F(RebuildKeepsOnSqlite, RowsOfEveryTableInTheMiddleOfAChain) {
    const std::string before = allRows();
    when<checkEverything>();
    EXPECT_EQ(allRows(), before);
    EXPECT_TRUE(refuses("INSERT INTO items (order_id, pieces) VALUES (99, 1)"));
    EXPECT_TRUE(refuses("INSERT INTO items (order_id, pieces) VALUES (10, 0)"));
    EXPECT_EQ(value("SELECT count(*) FROM pragma_foreign_key_check"), "0");
}

TEST_F(RebuildKeepsOnSqlite, ItsTextsOnTheWayDownAndUpAgain) {
    const std::string start = catalogOf(connection_);
    const std::string before = allRows();
    when<checkNames, uncheckNames>();
    const std::string end = catalogOf(connection_);
    EXPECT_NE(start, end);
    Migrator migrator{connection_, set_};
    migrator.rollback(1);
    EXPECT_EQ(catalogOf(connection_), start);
    migrator.up();
    EXPECT_EQ(catalogOf(connection_), end);
    EXPECT_EQ(allRows(), before);
}

TEST_F(RebuildKeepsOnSqlite, TheSequenceBehindDeletedTopRows) {
    run("DELETE FROM users WHERE id = 3");
    when<checkNames>();
    run("INSERT INTO users (name) VALUES ('Dan')");
    EXPECT_EQ(value("SELECT max(id) FROM users"), "4");
}

TEST_F(RebuildKeepsOnSqlite, TheSequenceOfATableWithoutRows) {
    run("DELETE FROM users");
    when<checkNames>();
    run("INSERT INTO users (name) VALUES ('Dan')");
    EXPECT_EQ(value("SELECT id FROM users"), "4");
    EXPECT_EQ(list("SELECT name FROM sqlite_sequence WHERE name LIKE '%users%'"), "users");
}

TEST_F(RebuildKeepsOnSqlite, TriggersOfAllKinds) {
    run("CREATE TABLE log (line TEXT)");
    run("CREATE VIEW named AS SELECT id, name FROM users");
    run("CREATE TRIGGER before_insert BEFORE INSERT ON users BEGIN "
        "INSERT INTO log VALUES ('before ' || NEW.name); END");
    run("CREATE TRIGGER after_update AFTER UPDATE OF name ON \"users\" WHEN NEW.name <> OLD.name "
        "BEGIN INSERT INTO log VALUES ('after; ' || OLD.name); END");
    run("CREATE TRIGGER instead INSTEAD OF INSERT ON named BEGIN "
        "INSERT INTO users (name) VALUES (NEW.name); END");
    run("CREATE TRIGGER elsewhere AFTER DELETE ON orders BEGIN "
        "UPDATE users SET name = name || '!' WHERE id = OLD.user_id; END");
    when<checkNames>();
    EXPECT_EQ(value("SELECT count(*) FROM log"), "0") << "nothing fired meanwhile";
    run("INSERT INTO named (name) VALUES ('Eve')");
    run("DELETE FROM orders WHERE id = 10");
    EXPECT_EQ(list("SELECT line FROM log"), "before Eve,after; Ann");
}

TEST_F(RebuildKeepsOnSqlite, ViewsOnViews) {
    run("CREATE VIEW inviters AS SELECT u.name AS guest, i.name AS host FROM users u "
        "JOIN users i ON i.id = u.invited_by");
    run("CREATE VIEW hosts AS SELECT DISTINCT host FROM inviters ORDER BY host");
    when<checkNames>();
    EXPECT_EQ(list("SELECT host FROM hosts"), "Ann,Bob");
}

TEST_F(RebuildKeepsOnSqlite, IndexesThatRawSqlMade) {
    const std::string sql[] = {
        "CREATE UNIQUE INDEX by_small_name ON users (lower(name) COLLATE NOCASE DESC)",
        "CREATE INDEX \"some\" ON users(invited_by) WHERE invited_by IS NOT NULL"};
    run(sql[0]);
    run(sql[1]);
    when<checkNames>();
    EXPECT_EQ(textOf("by_small_name"), sql[0]);
    EXPECT_EQ(textOf("some"), sql[1]);
    EXPECT_TRUE(refuses("INSERT INTO users (name) VALUES ('ANN')"));
    EXPECT_EQ(value("PRAGMA integrity_check"), "ok");
}

TEST_F(RebuildKeepsOnSqlite, AColumnThatSomebodyMadeByHand) {
    run("ALTER TABLE users ADD COLUMN shoe_size REAL DEFAULT 42.5 CHECK (shoe_size > 0)");
    run("UPDATE users SET shoe_size = 37.25 WHERE id = 2");
    when<checkNames>();
    EXPECT_EQ(list("SELECT shoe_size FROM users"), "42.5,37.25,42.5");
    EXPECT_TRUE(refuses("UPDATE users SET shoe_size = -1"));
    EXPECT_TRUE(refuses("UPDATE users SET name = ''"));
}

TEST_F(RebuildKeepsOnSqlite, ColumnsThatAreComputed) {
    run("ALTER TABLE users ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL");
    run("CREATE INDEX by_loud ON users (loud)");
    when<checkNames>();
    EXPECT_EQ(list("SELECT loud FROM users"), "ANN,BOB,CID");
    EXPECT_TRUE(refuses("UPDATE users SET loud = 'x'"));
    EXPECT_EQ(value("PRAGMA integrity_check"), "ok");
}

TEST_F(RebuildKeepsOnSqlite, ATableThatSomebodyMadeAnew) {
    run("PRAGMA foreign_keys = OFF");
    run("DROP TABLE users");
    run("CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL COLLATE NOCASE "
        "DEFAULT 'x', invited_by REFERENCES users ON DELETE CASCADE, -- who asked\n"
        "size INT AS (length(name)) STORED, UNIQUE (name) ON CONFLICT FAIL)");
    run("INSERT INTO users (id, name) VALUES (1, 'Ann'), (2, 'Bob')");
    run("PRAGMA foreign_keys = ON");
    when<checkNames>();
    EXPECT_EQ(textOf("users"),
              "CREATE TABLE \"users\" (\n"
              "    id INTEGER PRIMARY KEY,\n"
              "    name VARCHAR(40) NOT NULL COLLATE NOCASE DEFAULT 'x',\n"
              "    invited_by REFERENCES users ON DELETE CASCADE,\n"
              "    -- who asked\nsize INT AS (length(name)) STORED,\n"
              "    CONSTRAINT \"users_have_names\" CHECK (name <> ''),\n"
              "    UNIQUE (name) ON CONFLICT FAIL\n)");
    EXPECT_EQ(list("SELECT name || size FROM users WHERE name = 'BOB'"), "Bob3");
}

TEST_F(RebuildKeepsOnSqlite, ATableWithoutRowNumbers) {
    run("PRAGMA foreign_keys = OFF");
    run("DROP TABLE users");
    run("CREATE TABLE users (id INTEGER NOT NULL, name TEXT, invited_by INTEGER, "
        "PRIMARY KEY (name, id)) WITHOUT ROWID, STRICT");
    run("INSERT INTO users VALUES (1, 'Z', 3), (2, 'A', 4)");
    run("PRAGMA foreign_keys = ON");
    when<checkNames>();
    EXPECT_THAT(textOf("users"), HasSubstr(") WITHOUT ROWID, STRICT"));
    EXPECT_EQ(list("SELECT name FROM users"), "A,Z");
}

TEST_F(RebuildKeepsOnSqlite, RowsInTheirOrderWhereNoKeyGivesOne) {
    run("DROP TABLE items");
    run("CREATE TABLE items (id TEXT, order_id INTEGER NOT NULL, pieces INTEGER NOT NULL)");
    run("INSERT INTO items (order_id, pieces) VALUES (10, 9), (11, 1), (10, 5)");
    run("CREATE INDEX quicker_to_read_than_the_table ON items (pieces, order_id)");
    when<dropItemIds>();
    EXPECT_EQ(list("SELECT pieces FROM items NOT INDEXED"), "9,1,5");
}

TEST_F(RebuildKeepsOnSqlite, ManyRowsAndEveryBitOfThem) {
    run("DELETE FROM users");
    run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
        "INSERT INTO users (id, name, invited_by) "
        "SELECT i * 3, 'n' || i || char(9, 39, 34, 10, 128512), nullif(i / 2 * 3, 0) FROM n");
    const char* sum =
        "SELECT count(*) || ' ' || sum(id) || ' ' || sum(length(name)) || ' ' || "
        "sum(invited_by) || ' ' || max(hex(name)) FROM users";
    const std::string before = value(sum);
    when<checkNames>();
    EXPECT_EQ(value(sum), before);
    EXPECT_THAT(before, testing::StartsWith("10000 "));
}

TEST_F(RebuildKeepsOnSqlite, WhatWentWrongBeforeItCame) {
    run("PRAGMA foreign_keys = OFF");
    run("INSERT INTO orders (id, user_id) VALUES (12, 77), (13, 77)");
    run("INSERT INTO items (id, order_id, pieces) VALUES (103, 88, 1)");
    run("PRAGMA foreign_keys = ON");
    const std::string before = allRows();
    when<checkEverything>();
    EXPECT_EQ(allRows(), before);
}

}  // namespace

}  // namespace godwit::test
