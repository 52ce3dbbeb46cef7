#include <regex>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What a schema lets in and keeps out, and what it fills in, is the same on every server.

namespace godwit::test {

namespace {

class DialectBehaviour : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }
    void execute(std::string_view sql) { connection_.execute(sql); }
    std::string quoted(std::string_view name) { return runner_.dialect().identifier(name); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

void shop(SchemaBuilder& schema) {
    schema.createTable("customers", [](TableBuilder& t) {
        t.id();
        t.string("email", 10).unique();
    });
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("number").primaryKey();
        t.foreignId("customer_id").references("customers").onDelete(cascade);
        t.foreignId("payer_id").nullable().references("customers").onDelete(setNull);
        t.decimal("total", 6, 2).defaultTo(0);
        t.enumeration("status", "status", {"open", "paid"}).defaultTo("open");
        t.integer("pieces").defaultTo(1);
        t.json("notes").nullable();
        t.check("orders_have_pieces", "pieces > 0");
    });
}

class ShopBehaviour : public DialectBehaviour {
protected:
    ShopBehaviour() {
        runner_.run(shop);
        execute("INSERT INTO customers (id, email) VALUES (1, 'a@b'), (2, 'c@d')");
        execute("INSERT INTO orders (number, customer_id, payer_id) VALUES (1, 1, 2)");
        if (runningOn(DatabaseKind::PostgreSQL)) {  // Ids that were given do not count there.
            execute("ALTER TABLE customers ALTER COLUMN id RESTART WITH 3");
        }
    }

    bool refusesOrder(std::string_view column, std::string_view literal) {
        return runner_.refuses(
            fmt::format("INSERT INTO orders (number, customer_id, {}) VALUES (2, 1, {})",
                        column,
                        literal));
    }
};

TEST_F(ShopBehaviour, KeepsOutWhatIsNotInTheEnumeration) {
    EXPECT_TRUE(refusesOrder("status", "'lost'"));
    EXPECT_TRUE(refusesOrder("status", "'OPEN'"));
    EXPECT_FALSE(refusesOrder("status", "'paid'"));
}

TEST_F(ShopBehaviour, KeepsOutWhatACheckForbids) {
    EXPECT_TRUE(refusesOrder("pieces", "0"));
    EXPECT_FALSE(refusesOrder("pieces", "7"));
}

TEST_F(ShopBehaviour, KeepsOutWhatNothingIsReferredToBy) {
    EXPECT_TRUE(refusesOrder("payer_id", "99"));
    EXPECT_FALSE(refusesOrder("payer_id", "2"));
}

TEST_F(ShopBehaviour, KeepsOutNull) {
    EXPECT_TRUE(runner_.refuses("INSERT INTO customers (email) VALUES (NULL)"));
    EXPECT_TRUE(refusesOrder("status", "NULL"));
}

TEST_F(ShopBehaviour, KeepsOutARowWithoutItsKey) {
    EXPECT_TRUE(runner_.refuses("INSERT INTO orders (customer_id) VALUES (1)"));
}

TEST_F(ShopBehaviour, KeepsOutTheSameTwice) {
    EXPECT_TRUE(runner_.refuses("INSERT INTO customers (email) VALUES ('a@b')"));
    EXPECT_TRUE(runner_.refuses("INSERT INTO orders (number, customer_id) VALUES (1, 1)"));
}

TEST_F(ShopBehaviour, KeepsOutWhatIsTooLong) {
    EXPECT_TRUE(runner_.refuses("INSERT INTO customers (email) VALUES ('12345678901')"));
    EXPECT_FALSE(runner_.refuses(
        "INSERT INTO customers (email) VALUES ('\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4"
        "\xC3\xA4\xC3\xA4\xC3\xA4\xF0\x9F\x98\x80')"));
}

TEST_F(ShopBehaviour, KeepsOutNumbersThatAreTooBig) {
    const bool scaled = runningOn(DatabaseKind::SQLite);
    EXPECT_TRUE(refusesOrder("total", scaled ? "1000000" : "10000"));
    EXPECT_FALSE(refusesOrder("total", scaled ? "-999999" : "-9999.99"));
}

TEST_F(ShopBehaviour, KeepsOutWhatIsNotJson) {
    EXPECT_TRUE(refusesOrder("notes", "'{\"open'"));
    EXPECT_FALSE(refusesOrder("notes", "'{\"open\": [1, null]}'"));
}

TEST_F(ShopBehaviour, TellsTextsApartByEveryByte) {
    for (const std::string_view text : {"A@B", "a@b ", "\xC3\xA4@b", "\xC3\x84@b"}) {
        EXPECT_FALSE(
            runner_.refuses(fmt::format("INSERT INTO customers (email) VALUES ('{}')", text)))
            << text;
    }
    EXPECT_EQ(value("SELECT count(*) FROM customers WHERE email = 'a@b'"), "1");
}

TEST_F(ShopBehaviour, FillsInDefaultsAndCountsUp) {
    EXPECT_EQ(value("SELECT status FROM orders"), "open");
    EXPECT_EQ(value("SELECT total FROM orders"), runningOn(DatabaseKind::SQLite) ? "0" : "0.00");
    execute("INSERT INTO customers (email) VALUES ('e@f')");
    EXPECT_EQ(value("SELECT id FROM customers WHERE email = 'e@f'"), "3");
}

TEST_F(ShopBehaviour, DoesWhatAForeignKeySays) {
    execute("DELETE FROM customers WHERE id = 2");
    EXPECT_EQ(value("SELECT payer_id FROM orders"), "NULL");
    execute("DELETE FROM customers WHERE id = 1");
    EXPECT_EQ(value("SELECT count(*) FROM orders"), "0");
}

TEST_F(DialectBehaviour, MakesRandomUuids) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("tokens", [](TableBuilder& t) {
            t.uuid("id").primaryKey().generated();
            t.integer("n");
        });
    });
    for (int n = 0; n < 50; ++n) {
        execute(fmt::format("INSERT INTO tokens (n) VALUES ({})", n));
    }

    EXPECT_EQ(value("SELECT count(DISTINCT id) FROM tokens"), "50");
    const bool version4 = runningOn(DatabaseKind::PostgreSQL) || runningOn(DatabaseKind::SQLite);
    const std::regex form(
        fmt::format("[0-9a-f]{{8}}-[0-9a-f]{{4}}-{}[0-9a-f]{{3}}-[89ab][0-9a-f]"
                    "{{3}}-[0-9a-f]{{12}}",
                    version4 ? "4" : "[0-9a-f]"));
    for (const auto& row : connection_.query("SELECT id FROM tokens").values) {
        EXPECT_TRUE(std::regex_match(row[0].value_or(""), form)) << row[0].value_or("NULL");
    }
}

TEST_F(DialectBehaviour, TakesBothCasesOfAUuidForOne) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("tokens", [](TableBuilder& t) { t.uuid("id").primaryKey(); });
    });
    execute("INSERT INTO tokens VALUES ('6ba7b810-9dad-41d1-80b4-00c04fd430c8')");

    EXPECT_TRUE(
        runner_.refuses("INSERT INTO tokens VALUES ('6BA7B810-9DAD-41D1-80B4-00C04FD430C8')"));
    EXPECT_EQ(value("SELECT count(*) FROM tokens WHERE "
                    "id = '6BA7B810-9dad-41d1-80b4-00c04fd430c8'"),
              "1");
    EXPECT_TRUE(runner_.refuses("INSERT INTO tokens VALUES ('6ba7b810')") ||
                runningOn(DatabaseKind::MySQL));
}

TEST_F(DialectBehaviour, GivesBackTextsAsTheyWere) {
    const GoldenCase* golden = nullptr;
    for (const GoldenCase& each : goldenCases()) {
        golden = each.name == "texts_of_all_kinds" ? &each : golden;
    }
    ASSERT_NE(golden, nullptr);
    runner_.run(golden->when);
    execute(fmt::format("INSERT INTO texts ({}) VALUES ('x')", quoted("empty")));

    const auto operations = operationsOf(golden->when);
    const auto& table = std::get<op::CreateTable>(operations.front()).table;
    for (const Column& column : table.columns) {
        if (column.name != "empty") {
            EXPECT_EQ(value(fmt::format("SELECT {} FROM texts", quoted(column.name))),
                      std::get<TextDefault>(column.defaultValue.value()).text);
        }
    }
}

TEST_F(DialectBehaviour, KeepsCharactersAboveTheBasicPlane) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("smiles", [](TableBuilder& t) {
            t.id();
            t.string("smile", 10).defaultTo("\xF0\x9F\x98\x80");
            t.text("grin").defaultTo("\xF0\x9F\x98\x81");
            t.integer("n");
        });
    });
    execute("INSERT INTO smiles (n) VALUES (1)");

    EXPECT_EQ(value("SELECT smile FROM smiles"), "\xF0\x9F\x98\x80");
    EXPECT_EQ(value("SELECT grin FROM smiles"), "\xF0\x9F\x98\x81");
}

TEST_F(DialectBehaviour, KeepsControlCharacters) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("controls", [](TableBuilder& t) {
            t.integer("n");
            t.string("line", 20).defaultTo("a\r\nb\tc\x1A\x01").comment("a\r\nb\tc\x1A\x01");
        });
    });
    execute("INSERT INTO controls (n) VALUES (1)");

    EXPECT_EQ(value("SELECT line FROM controls"), "a\r\nb\tc\x1A\x01");
}

TEST_F(DialectBehaviour, FillsInTheMoment) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("moments", [](TableBuilder& t) {
            t.integer("n");
            t.date("day").defaultTo(now);
            t.timestamp("wall_clock", 0).defaultTo(now);
            t.timestampTz("instant").defaultTo(now);
        });
    });
    execute("INSERT INTO moments (n) VALUES (1)");

    const std::string day = value("SELECT day FROM moments");
    EXPECT_TRUE(std::regex_match(day, std::regex("20[0-9]{2}-[0-9]{2}-[0-9]{2}"))) << day;
    EXPECT_EQ(value("SELECT wall_clock FROM moments").substr(0, 8), day.substr(0, 8));
    EXPECT_EQ(value("SELECT instant FROM moments").substr(0, 8), day.substr(0, 8));
}

TEST_F(DialectBehaviour, RenewsUpdatedAtOnMysqlAndMariadb) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) {
            t.integer("n");
            t.timestamps();
        });
    });
    execute(
        "INSERT INTO notes (n, created_at, updated_at) VALUES "
        "(1, '2001-01-01 00:00:00', '2001-01-01 00:00:00')");
    execute("UPDATE notes SET n = 2");

    const bool renews = runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB);
    EXPECT_EQ(value("SELECT created_at FROM notes").substr(0, 4), "2001");
    EXPECT_EQ(value("SELECT updated_at FROM notes").substr(0, 4) != "2001", renews);
}

// What SQLite does to a table without rows must be what it does to one with rows.
TEST_F(DialectBehaviour, ChangesTablesThatHaveRows) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("parents", [](TableBuilder& t) { t.id(); });
        schema.createTable("rows_of", [](TableBuilder& t) {
            t.id();
            t.string("name", 20);
            t.index({"name"});
        });
    });
    execute("INSERT INTO parents (id) VALUES (1)");
    execute("INSERT INTO rows_of (id, name) VALUES (1, 'a'), (2, 'b')");
    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable("rows_of", [](AlterBuilder& t) {
            t.decimal("price", 8, 2).defaultTo("1.25");
            t.enumeration("kind", "kind", {"x", "y"}).defaultTo("y");
            t.string("note", 5).defaultTo("12345").comment("Short.");
            t.foreignId("parent_id").nullable().references("parents");
            t.json("data").nullable();
            t.boolean("seen").defaultTo(false);
            t.dropColumn("name");
        });
    });

    EXPECT_EQ(value("SELECT count(*) FROM rows_of WHERE kind = 'y' AND note = '12345' "
                    "AND parent_id IS NULL"),
              "2");
    EXPECT_TRUE(runner_.refuses("UPDATE rows_of SET parent_id = 7"));
    EXPECT_TRUE(runner_.refuses("UPDATE rows_of SET kind = 'z'"));
    EXPECT_FALSE(runner_.refuses("UPDATE rows_of SET parent_id = 1"));
}

}  // namespace

}  // namespace godwit::test
