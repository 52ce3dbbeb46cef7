#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// What a column of each type lets in and keeps out, on every server.

namespace godwit::test {

namespace {

class TypeBehaviour : public testing::Test {
protected:
    /// A table `things` with these columns, all of them nullable.
    void make(GoldenCase::Body body) { runner_.run(body); }

    bool takes(std::string_view column, std::string_view literal) {
        return !runner_.refuses(
            fmt::format("INSERT INTO things ({}) VALUES ({})", column, literal));
    }

    void expectOnly(std::string_view column,
                    const std::vector<std::string_view>& good,
                    const std::vector<std::string_view>& bad) {
        EXPECT_TRUE(takes(column, "NULL")) << column;
        for (const std::string_view literal : good) {
            EXPECT_TRUE(takes(column, literal)) << column << " " << literal;
        }
        for (const std::string_view literal : bad) {
            EXPECT_FALSE(takes(column, literal)) << column << " " << literal;
        }
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

TEST_F(TypeBehaviour, UnsignedIntegersHaveTheirRange) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.unsignedTinyInteger("tiny").nullable();
            t.unsignedSmallInteger("small").nullable();
            t.unsignedInteger("whole").nullable();
            t.unsignedBigInteger("big").asText().nullable();
        });
    });
    expectOnly("tiny", {"0", "255"}, {"-1", "256"});
    expectOnly("small", {"0", "65535"}, {"-1", "65536"});
    expectOnly("whole", {"0", "4294967295"}, {"-1", "4294967296"});
    expectOnly("big",
               {"'0'", "'9223372036854775808'", "'18446744073709551615'"},
               {"'-1'", "'18446744073709551616'", "'99999999999999999999'", "'x'"});
}

// SQLite keeps 64 bits in each integer.
TEST_F(TypeBehaviour, IntegersHoldTheirWholeRange) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.smallInteger("small").nullable();
            t.integer("whole").nullable();
            t.bigInteger("big").nullable();
        });
    });
    expectOnly("small", {"-32768", "32767"}, {"'x'"});
    expectOnly("whole", {"-2147483648", "2147483647"}, {"'x'"});
    expectOnly("big",
               {"-9223372036854775807", "9223372036854775807"},
               {"9223372036854775808", "'x'"});
    if (!runningOn(DatabaseKind::SQLite)) {
        EXPECT_FALSE(takes("small", "32768"));
        EXPECT_FALSE(takes("whole", "2147483648"));
    }
}

TEST_F(TypeBehaviour, TextsAndBytesHaveTheirLength) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.string("name", 4).nullable();
            t.fixedString("code", 3).nullable();
            t.caseInsensitiveText("email", 5).nullable();
            t.varbinary("salt", 2).nullable();
        });
    });
    expectOnly("name", {"''", "'\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4'"}, {"'12345'"});
    expectOnly("code", {"'EUR'"}, {"'EURO'"});
    expectOnly("email", {"'a@b.c'"}, {"'a@b.cd'"});
    const auto bytes = [&](std::string_view digits) {
        return runningOn(DatabaseKind::PostgreSQL) ? fmt::format("'\\x{}'", digits)
                                                   : fmt::format("x'{}'", digits);
    };
    EXPECT_TRUE(takes("salt", bytes("")));
    EXPECT_TRUE(takes("salt", bytes("00ff")));
    EXPECT_FALSE(takes("salt", bytes("00ff00")));
}

TEST_F(TypeBehaviour, TextWithoutCaseComparesWithoutCase) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things",
                           [](TableBuilder& t) { t.caseInsensitiveText("email", 20).unique(); });
    });
    EXPECT_TRUE(takes("email", "'Ann@example.org'"));
    EXPECT_FALSE(takes("email", "'aNN@EXAMPLE.org'"));
    EXPECT_TRUE(takes("email", "'Ann@example.org '"));
    EXPECT_EQ(value("SELECT count(*) FROM things WHERE email = 'ANN@example.ORG'"), "1");
}

TEST_F(TypeBehaviour, TruthJsonUuidAndListsKeepOutWhatTheyAreNot) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.json("document").nullable();
            t.array("tags", text()).orJson().nullable();
            t.enumeration("mood", "mood", {"good", "it's"}).asCheck().nullable();
            t.bit("flags", 3).nullable();
            t.year("built").nullable();
        });
    });
    expectOnly("document", {"'{}'", "'[1, null]'"}, {"'{'", "''"});
    expectOnly("mood", {"'good'", "'it''s'"}, {"'Good'", "'bad'", "''"});
    expectOnly("built", {"1901", "2155"}, {"1900", "2156"});
    if (runningOn(DatabaseKind::PostgreSQL)) {
        expectOnly("tags", {"'{}'", "'{a,b}'"}, {"'a'"});
        expectOnly("flags", {"B'101'"}, {"B'1010'", "B'10'"});
    } else {
        expectOnly("tags", {"'[]'", "'[\"a\"]'"}, {"'{}'", "'1'", "'['"});
        expectOnly("flags", {"0", "7"}, {"8"});
    }
}

TEST_F(TypeBehaviour, BooleansAndUuidsKeepOutWhatTheyAreNot) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.boolean("yes").nullable();
            t.uuid("token").nullable();
        });
    });
    expectOnly("yes", {runner_.dialect().valueLiteral(Value{true})}, {"'x'"});
    EXPECT_EQ(takes("yes", "2"),
              runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::MariaDB));
    expectOnly("token",
               {"'6ba7b810-9dad-41d1-80b4-00c04fd430c8'"},
               {"'6ba7b810-9dad-41d1-80b4-00c04fd430c8a'"});
}

TEST_F(TypeBehaviour, AddressesKeepOutWhatTheyAreNot) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.inet("host").nullable();
            t.cidr("network").nullable();
            t.macAddress("card").nullable();
        });
    });
    expectOnly("host", {"'192.0.2.1'", "'2001:db8::1'"}, {"'example.org'", "''"});
    expectOnly("network", {"'192.0.2.0/24'", "'2001:db8::/32'"}, {"'example/24'"});
    expectOnly("card", {"'08:00:2b:01:02:03'"}, {"'08:00:2b:01:02'", "'08:00:2b:01:02:0g'"});
}

TEST_F(TypeBehaviour, SetsHoldSomeOfTheirValues) {
    if (runningOn(DatabaseKind::SQLite)) {
        EXPECT_THROW(make([](SchemaBuilder& schema) {
                         schema.createTable("things", [](TableBuilder& t) {
                             t.set("days", "days", {"mo", "tu"});
                         });
                     }),
                     UnsupportedError);
        return;
    }
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.set("days", "days", {"mo", "tu"}).nullable();
        });
    });
    if (runningOn(DatabaseKind::PostgreSQL)) {
        expectOnly("days", {"'{}'", "'{mo,tu}'"}, {"'{we}'"});
    } else {
        expectOnly("days", {"''", "'mo,tu'"}, {"'we'"});
    }
}

TEST_F(TypeBehaviour, DefaultsAreTheValuesThatWereSaid) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.integer("n");
            t.unsignedInteger("whole").defaultTo(4294967295);
            t.decimal("exact", 30, 2).defaultTo("-0.25");
            t.fixedString("code", 3).defaultTo("EUR");
            t.date("day").defaultTo("2024-02-29");
            t.year("built").defaultTo(1999);
            t.enumeration("mood", "mood", {"good", "bad"}).asCheck().defaultTo("bad");
        });
    });
    EXPECT_TRUE(takes("n", "1"));
    EXPECT_EQ(value("SELECT whole FROM things"), "4294967295");
    EXPECT_EQ(value("SELECT exact FROM things"), "-0.25");
    EXPECT_EQ(value("SELECT code FROM things"), "EUR");
    EXPECT_EQ(value("SELECT day FROM things"), "2024-02-29");
    EXPECT_EQ(value("SELECT built FROM things"), "1999");
    EXPECT_EQ(value("SELECT mood FROM things"), "bad");
}

TEST_F(TypeBehaviour, ComputedColumnsFollowTheOthers) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.integer("n").nullable();
            t.integer("twice").storedAs("n * 2");
        });
        schema.alterTable("things", [](AlterBuilder& t) {
            t.integer("thrice").nullable().storedAs("n * 3");
        });
    });
    EXPECT_TRUE(takes("n", "7"));
    EXPECT_EQ(value("SELECT twice + thrice FROM things"), "35");
    EXPECT_FALSE(takes("n", "NULL")) << "what is computed is not NULL";
}

TEST_F(TypeBehaviour, CountsFromTheNumberThatWasSaid) {
    make([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.bigInteger("id").primaryKey().generated().startingAt(1000);
            t.integer("n");
        });
    });
    EXPECT_TRUE(takes("n", "1"));
    EXPECT_TRUE(takes("n", "2"));
    EXPECT_EQ(value("SELECT min(id) FROM things"), "1000");
    EXPECT_EQ(value("SELECT max(id) FROM things"), "1001");
}

}  // namespace

}  // namespace godwit::test
