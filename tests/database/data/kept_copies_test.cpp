#include <gtest/gtest.h>

#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// What goes in a migration and comes back with its rollback.

namespace godwit::test {
namespace {

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kDrop = "20250402000000_drop";
constexpr const char* kForget = "20250403000000_forget";

void people(TableBuilder& t) {
    t.id();
    t.string("name", 40);
    t.integer("age").nullable();
    t.decimal("balance", 12, 2).defaultTo(0);
    t.enumeration("mood", "mood", {"glad", "it's \\ odd"}).nullable();
    t.bytes("picture").nullable();
    t.json("settings").nullable();
    t.bigInteger("boss").nullable().references("people", "id");
}

void make(SchemaBuilder& schema) {
    schema.createTable("people", people);
    schema.insert("people",
                  {"id", "name", "age", "balance", "mood", "picture", "settings", "boss"},
                  {{7, "\xc3\x89va", null, "-0.01", null, null, null, null},
                   {1, "O'Brien\\", 30, "12.50", "glad", blob("\x00\xff"), "{\"a\": 1}", 7},
                   {9, "", 0, "9999999998.49", "it's \\ odd", blob(""), "[]", 1}});
}

class KeptCopy : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    template <WrittenBody kUp, WrittenBody kDown>
    Migrator dropping() {
        MigrationSet set;
        set.add<Written<make>>(kMake).add<Written<kUp, kDown>>(kDrop);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kMake);
        return migrator;
    }

    // How many tables there are that keep a copy.
    std::string copies() {
        return value(runningOn(DatabaseKind::SQLite)
                         ? "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND "
                           "name LIKE 'godwit\\_copy%' ESCAPE '\\'"
                     : runningOn(DatabaseKind::PostgreSQL)
                         ? "SELECT count(*) FROM information_schema.tables WHERE "
                           "table_name LIKE 'godwit\\_copy%'"
                         : "SELECT count(*) FROM information_schema.tables WHERE "
                           "table_schema = DATABASE() AND table_name LIKE 'godwit\\_copy%'");
    }

    Rows everything() { return connection_.query("SELECT * FROM people ORDER BY id"); }

    // All but the order of the columns: what comes back comes last.
    std::string rowsOf(std::string_view columns) {
        std::string text;
        const std::string sql = "SELECT " + std::string{columns} + " FROM people ORDER BY id";
        for (const auto& row : connection_.query(sql).values) {
            for (const auto& cell : row) {
                text += cell.value_or("NULL") + '|';
            }
            text += '\n';
        }
        return text;
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

constexpr const char* kColumns = "id, name, age, balance, mood, picture, settings, boss";

void dropPeople(SchemaBuilder& schema) { schema.dropTable("people").keepCopy(); }
void makePeople(SchemaBuilder& schema) { schema.createTable("people", people); }

TEST_F(KeptCopy, BringsTheRowsOfATableBack) {
    Migrator migrator = dropping<dropPeople, makePeople>();
    const std::string catalog = catalogOf(connection_);
    const std::string rows = rowsOf(kColumns);
    migrator.up();
    EXPECT_THROW(everything(), DatabaseError);
    EXPECT_EQ(copies(), "1");
    migrator.rollback();
    EXPECT_EQ(copies(), "0");
    EXPECT_EQ(rowsOf(kColumns), rows);
    EXPECT_EQ(catalogChange(catalog, catalogOf(connection_)), "");
    connection_.execute("INSERT INTO people (name) VALUES ('new')");
    EXPECT_GT(std::stoi(value("SELECT id FROM people WHERE name = 'new'")), 9);
}

void dropColumns(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) {
        t.dropColumn("balance").keepCopy();
        t.dropColumn("mood").keepCopy();
        t.dropColumn("picture").keepCopy();
    });
}
void addColumns(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) {
        t.bytes("picture").nullable();
        t.enumeration("mood", "mood", {"glad", "it's \\ odd"}).nullable();
        t.decimal("balance", 12, 2).defaultTo(0);
    });
}

TEST_F(KeptCopy, BringsTheValuesOfColumnsBackToTheRowsThatAreStillThere) {
    Migrator migrator = dropping<dropColumns, addColumns>();
    connection_.execute("UPDATE people SET boss = NULL");
    const std::string before = rowsOf(kColumns);
    migrator.up();
    connection_.execute("INSERT INTO people (id, name) VALUES (50, 'new')");
    migrator.rollback();
    EXPECT_EQ(value("SELECT balance FROM people WHERE id = 50"),
              runningOn(DatabaseKind::SQLite) ? "0" : "0.00");
    connection_.execute("DELETE FROM people WHERE id = 50");
    EXPECT_EQ(rowsOf(kColumns), before);
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(rowsOf(kColumns), before);
}

void dropName(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) { t.dropColumn("name").keepCopy(); });
}
void addName(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) { t.string("name", 40); });
}

TEST_F(KeptCopy, BringsAColumnBackThatIsNeverNull) {
    Migrator migrator = dropping<dropName, addName>();
    const std::string before = rowsOf(kColumns);
    migrator.up();
    migrator.rollback();
    EXPECT_EQ(rowsOf(kColumns), before);
    EXPECT_THROW(connection_.execute("UPDATE people SET name = NULL"), DatabaseError);
}

void shorten(SchemaBuilder& schema) {
    schema.alterTable("people",
                      [](AlterBuilder& t) { t.changeType("balance", decimal(12, 0)).keepCopy(); });
}
void lengthen(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) { t.changeType("balance", decimal(12, 2)); });
}

TEST_F(KeptCopy, BringsBackWhatAChangeOfTypeLostUnlessItWasWrittenSince) {
    Migrator migrator = dropping<shorten, lengthen>();
    const bool sqlite = runningOn(DatabaseKind::SQLite);
    migrator.up();
    EXPECT_NE(value("SELECT balance FROM people WHERE id = 1"), sqlite ? "1250" : "12.50");
    connection_.execute("UPDATE people SET balance = 77 WHERE id = 7");
    migrator.rollback();
    EXPECT_EQ(value("SELECT balance FROM people WHERE id = 1"), sqlite ? "1250" : "12.50");
    EXPECT_EQ(value("SELECT balance FROM people WHERE id = 7"), sqlite ? "7700" : "77.00");
    EXPECT_EQ(value("SELECT balance FROM people WHERE id = 9"),
              sqlite ? "999999999849" : "9999999998.49");
}

void forget(SchemaBuilder& schema) { schema.dropCopy("people", "name"); }

void addEmptyName(SchemaBuilder& schema) {
    schema.alterTable("people", [](AlterBuilder& t) { t.string("name", 40).defaultTo("?"); });
}

TEST_F(KeptCopy, IsLetGoOfWhenAMigrationSaysSo) {
    MigrationSet set;
    set.add<Written<make>>(kMake).add<Written<dropName, addEmptyName>>(kDrop).add<Written<forget>>(
        kForget);
    Migrator migrator{connection_, std::move(set)};
    migrator.upTo(kDrop);
    EXPECT_EQ(copies(), "1");
    migrator.up();
    EXPECT_EQ(copies(), "0");
    migrator.rollback(2);
    EXPECT_EQ(value("SELECT count(*) FROM people WHERE name = '?'"), "3");
}

TEST_F(KeptCopy, GoesWithTheRollbackThatDoesNotRestoreIt) {
    Migrator migrator = dropping<dropPeople, nothingToDo>();
    migrator.up();
    EXPECT_EQ(copies(), "1");
    migrator.rollback();
    EXPECT_EQ(copies(), "0");
}

}  // namespace
}  // namespace godwit::test
