#include <vector>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/apply.hpp>
#include <godwit/error.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What insert, update and erase do to rows.

namespace godwit::test {
namespace {

const std::vector<std::string>& oddTexts() {
    static const std::vector<std::string> kTexts{
        "",
        " ",
        "'",
        "''); DROP TABLE odd; --",
        "\"",
        "`",
        "\\",
        "\\'",
        "ends with \\",
        ":name",
        "?",
        "??",
        "$1",
        "$$",
        "$godwit$",
        "%s %d {} {0}",
        "-- no comment\n",
        "/* no comment */",
        "#",
        ";",
        "line\nbreak\r\n\ttab",
        "NULL",
        "true",
        "\x01\x1a\x7f",
        "\xc3\xa9\xe2\x82\xac \xf0\x9f\x90\xa7",
        std::string(100'000, 'x') + "'\\?",
    };
    return kTexts;
}

class DataRows : public testing::Test {
protected:
    bool mysqlFamily() const {
        return runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    void insertsOddTexts() {
        apply(connection_, [](SchemaBuilder& schema) {
            schema.createTable("odd", [](TableBuilder& t) {
                t.integer("id").primaryKey();
                t.text("t");
            });
            int id = 0;
            for (const std::string& text : oddTexts()) {
                schema.insert("odd", {{"id", id++}, {"t", text}});
            }
            for (const std::string& text : oddTexts()) {
                schema.update("odd", {{"t", text}}).by({{"t", text}, {"id", id++ % 7}});
            }
        });
        const Rows rows = connection_.query("SELECT t FROM odd ORDER BY id");
        ASSERT_EQ(rows.size(), oddTexts().size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_TRUE(rows[i][0] == oddTexts()[i]) << "text " << i;
        }
        apply(connection_, [](SchemaBuilder& schema) {
            for (const std::string& text : oddTexts()) {
                if (text != "\\") {
                    schema.erase("odd").by({{"t", text}});
                }
            }
        });
        EXPECT_EQ(value("SELECT t FROM odd"), "\\");
        connection_.execute("DROP TABLE odd");
    }

    // A table with a column of each of many kinds.
    void makeKinds() {
        runner_.run([](SchemaBuilder& schema) {
            schema.createTable("kinds", [](TableBuilder& t) {
                t.id();
                t.decimal("price", 12, 2).nullable();
                t.decimal("exact", 40, 20).nullable();
                t.boolean("yes").nullable();
                t.enumeration("mood", "mood", {"glad", "it's \\ odd"}).nullable();
                t.date("day").nullable();
                t.timestamp("wall").nullable();
                t.timestampTz("instant").nullable();
                t.json("doc").nullable();
                t.uuid("token").nullable();
                t.bytes("raw").nullable();
                t.bigInteger("big").nullable();
            });
        });
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

class DataRowsOnMysql : public DataRows {};
class DataRowsOnPostgresql : public DataRows {};
class DataRowsOnServers : public DataRows {};

TEST_F(DataRows, HoldOddTextsAsTheyWere) { insertsOddTexts(); }

TEST_F(DataRowsOnMysql, HoldOddTextsWhateverTheSessionMeansByQuotes) {
    for (const char* mode : {"ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI,NO_BACKSLASH_ESCAPES"}) {
        connection_.execute(fmt::format("SET SESSION sql_mode = '{}'", mode));
        insertsOddTexts();
    }
}

TEST_F(DataRowsOnPostgresql, HoldOddTextsWhateverTheSessionMeansByABackslash) {
    connection_.execute("SET standard_conforming_strings = off");
    insertsOddTexts();
}

TEST_F(DataRows, HoldValuesOfEveryKind) {
    makeKinds();
    runner_.run([](SchemaBuilder& schema) {
        schema.insert("kinds",
                      {{"price", 12.5},
                       {"exact", "-12345678901234567890.00000000000000000001"},
                       {"yes", true},
                       {"mood", "it's \\ odd"},
                       {"day", "2024-02-29"},
                       {"wall", "2024-02-29T23:59:59.25"},
                       {"instant", "2024-03-01 01:30:00+02:00"},
                       {"doc", "{\"a\": [1, \"\\\"\"]}"},
                       {"token", "6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10"},
                       {"raw", blob("\x00'\\\xff")},
                       {"big", INT64_MIN}});
    });
    const bool postgresql = runningOn(DatabaseKind::PostgreSQL);
    const bool sqlite = runningOn(DatabaseKind::SQLite);
    EXPECT_EQ(value("SELECT price FROM kinds"), sqlite ? "1250" : "12.50");
    EXPECT_EQ(value("SELECT exact FROM kinds"), "-12345678901234567890.00000000000000000001");
    EXPECT_EQ(value("SELECT count(*) FROM kinds WHERE yes"), "1");
    EXPECT_EQ(value("SELECT mood FROM kinds"), "it's \\ odd");
    EXPECT_EQ(value("SELECT day FROM kinds"), "2024-02-29");
    EXPECT_EQ(value("SELECT wall FROM kinds"),
              postgresql ? "2024-02-29 23:59:59.25"
              : sqlite   ? "2024-02-29 23:59:59.250"
                         : "2024-02-29 23:59:59.250000");
    connection_.execute(postgresql ? "SET timezone = 'UTC'" : "SELECT 1");
    EXPECT_EQ(value("SELECT instant FROM kinds"),
              postgresql ? "2024-02-29 23:30:00+00"
              : sqlite   ? "2024-02-29T23:30:00.000Z"
                         : "2024-02-29 23:30:00.000000");
    EXPECT_EQ(value(postgresql ? "SELECT doc -> 'a' ->> 1 FROM kinds"
                               : "SELECT json_extract(doc, '$.a[0]') FROM kinds"),
              postgresql ? "\"" : "1");
    EXPECT_EQ(value("SELECT token FROM kinds"), "6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10");
    EXPECT_EQ(value(postgresql ? "SELECT upper(encode(raw, 'hex')) FROM kinds"
                               : "SELECT hex(raw) FROM kinds"),
              "00275CFF");
    EXPECT_EQ(value("SELECT big FROM kinds"), "-9223372036854775808");
}

TEST_F(DataRows, HoldNullAndTheMoment) {
    makeKinds();
    runner_.run([](SchemaBuilder& schema) {
        schema.insert("kinds", {"price", "instant", "yes"}, {{null, now, null}, {0, now, 0}});
        schema.update("kinds", {{"wall", now}, {"day", now}}).by({{"price", null}});
    });
    EXPECT_EQ(value("SELECT count(*) FROM kinds WHERE instant IS NOT NULL"), "2");
    EXPECT_EQ(value("SELECT count(*) FROM kinds WHERE wall IS NOT NULL AND day IS NOT NULL "
                    "AND price IS NULL"),
              "1");
    EXPECT_EQ(value("SELECT count(*) FROM kinds WHERE NOT yes"), "1");
}

TEST_F(DataRowsOnServers, RoundTheirMomentsAlikeWhereFewerDigitsAreKept) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("moments", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.timestamp("at");
        });
        schema.insert("moments", {{"id", 1}, {"at", "2025-02-17 14:30:00.7"}});
        schema.alterTable("moments", [](AlterBuilder& t) { t.changeType("at", timestamp(0)); });
    });
    EXPECT_EQ(value("SELECT at FROM moments"), "2025-02-17 14:30:01");
}

TEST_F(DataRows, ThatBringTheirNumbersAreCountedOnFrom) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("odd \" name", [](TableBuilder& t) {
            t.id("odd ' id");
            t.integer("n");
        });
        schema.insert("odd \" name", {"odd ' id", "n"}, {{7, 1}, {3, 2}});
        schema.insert("odd \" name", {{"n", 3}});
    });
    const std::string table = mysqlFamily() ? "`odd \" name`" : "\"odd \"\" name\"";
    const std::string id = mysqlFamily() ? "`odd ' id`" : "\"odd ' id\"";
    EXPECT_GT(std::stoi(value(fmt::format("SELECT {} FROM {} WHERE n = 3", id, table))), 7);
    const std::string last = value(fmt::format("SELECT max({}) FROM {}", id, table));
    apply(connection_, [](SchemaBuilder& schema) {
        schema.insert("odd \" name", {{"odd ' id", 1}, {"n", 4}});
        schema.insert("odd \" name", {{"n", 5}});
    });
    EXPECT_GT(std::stoi(value(fmt::format("SELECT {} FROM {} WHERE n = 5", id, table))),
              std::stoi(last));
}

TEST_F(DataRows, ThatAreThereAlreadyAreLeftAlone) {
    const auto seed = [](SchemaBuilder& schema) {
        schema.insert("roles", {"id", "code", "name"}, {{1, "a", "new"}, {2, "b", "new"}})
            .ifNotExists();
    };
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("roles", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("code", 5).unique();
            t.string("name", 5);
        });
        schema.insert("roles", {{"id", 9}, {"code", "b"}, {"name", "old"}});
    });
    apply(connection_, seed);
    apply(connection_, seed);
    const Rows rows = connection_.query("SELECT id, name FROM roles ORDER BY code");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0][1], "new");
    EXPECT_EQ(rows[1][0], "9");
    EXPECT_EQ(rows[1][1], "old");
}

TEST_F(DataRows, ThatAreWrongAreRefusedThoughOnlyNewOnesAreWanted) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("roles", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("name", 5);
            t.check("roles_named", "name <> ''");
        });
    });
    const auto refused = [&](DataValue name) {
        try {
            apply(connection_, [&](SchemaBuilder& schema) {
                schema.insert("roles", {{"id", 1}, {"name", name}}).ifNotExists();
            });
            return false;
        } catch (const MigrationFailed&) {
            return true;
        }
    };
    EXPECT_TRUE(refused(null));
    EXPECT_TRUE(refused("much too long"));
    EXPECT_TRUE(refused(""));
    EXPECT_EQ(value("SELECT count(*) FROM roles"), "0");
}

TEST_F(DataRows, AreChosenByValuesAndConditions) {
    apply(connection_, [](SchemaBuilder& schema) {
        schema.createTable("stock", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("place", 10).nullable();
            t.integer("n");
        });
        schema.insert("stock",
                      {"id", "place", "n"},
                      {{1, "a", 1}, {2, "a", 2}, {3, null, 3}, {4, null, 4}});
        schema.update("stock", {{"n", expr("n * 10")}}).by({{"place", null}}).where("n > 3");
        schema.update("stock", {{"n", 0}}).by({{"id", 1}});
        schema.erase("stock").where({.postgresql = "id = 2",
                                     .mysql = "id = 2",
                                     .mariadb = sameAs::mysql,
                                     .sqlite = "id = 2"});
    });
    EXPECT_EQ(value("SELECT sum(n) FROM stock"), "43");
    apply(connection_, [](SchemaBuilder& schema) { schema.update("stock", {{"n", 5}}).allRows(); });
    EXPECT_EQ(value("SELECT sum(n) FROM stock"), "15");
    apply(connection_, [](SchemaBuilder& schema) { schema.erase("stock").allRows(); });
    EXPECT_EQ(value("SELECT count(*) FROM stock"), "0");
}

TEST_F(DataRows, OfATableThatNoMigrationMadeAreWrittenAsTheyAre) {
    connection_.execute("CREATE TABLE theirs (id INTEGER PRIMARY KEY, name VARCHAR(20))");
    apply(connection_, [](SchemaBuilder& schema) {
        schema.insert("theirs", {"id", "name"}, {{1, "one"}, {2, null}});
        schema.update("theirs", {{"name", "two"}}).by({{"id", 2}});
    });
    EXPECT_EQ(value("SELECT name FROM theirs WHERE id = 2"), "two");
}

}  // namespace
}  // namespace godwit::test
