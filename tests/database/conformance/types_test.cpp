#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceTypes : public Conformance {};

void things(SchemaBuilder& schema) {
    schema.createTable("things", [](TableBuilder& t) { t.id(); });
}

}  // namespace

TEST_F(ConformanceTypes, HoldTheirExtremes) {
    when([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.id();
            t.bigInteger("large");
            t.decimal("exact", 18, 4);
            t.string("short", 4);
            t.text("long");
            t.boolean("yes");
            t.date("day");
            t.time("hour");
            t.timestamp("at");
            t.timestampTz("since");
            t.json("parts");
            t.bytes("raw").nullable();
            t.uuid("code");
            t.real("about");
            t.doublePrecision("nearly");
        });
    });
    takes(
        "INSERT INTO things VALUES (1, -9223372036854775808, 12345678901234, 'äöü€', '', true, "
        "'9999-12-31', '23:59:59.999999', '1000-01-01 00:00:00', '9999-12-31 23:59:59', "
        "'{\"a\": [1, null]}', NULL, '00000000-0000-0000-0000-000000000000', 1.5, -2.25)");
    holds("SELECT large FROM things", "-9223372036854775808");
    holds("SELECT short FROM things", "äöü€");
    refuses("UPDATE things SET short = 'äöü€!'");
}

TEST_F(ConformanceTypes, OfIntegersHaveTheirRange) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.tinyInteger("bits8").nullable();
            t.smallInteger("bits16").nullable();
            t.integer("bits32").nullable();
            t.bigInteger("bits64").nullable();
        });
    });
    takes(
        "INSERT INTO things (bits8, bits16, bits32, bits64) "
        "VALUES (-128, -32768, -2147483648, -9223372036854775808)");
    takes(
        "INSERT INTO things (bits8, bits16, bits32, bits64) "
        "VALUES (127, 32767, 2147483647, 9223372036854775807)");
    if (!on(DatabaseKind::SQLite)) {
        refuses("INSERT INTO things (bits16) VALUES (32768)");
        refuses("INSERT INTO things (bits32) VALUES (-2147483649)");
    }
}

TEST_F(ConformanceTypes, WithoutASignRefuseNegatives) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.unsignedTinyInteger("bits8").nullable();
            t.unsignedSmallInteger("bits16").nullable();
            t.unsignedInteger("bits32").nullable();
            t.unsignedBigInteger("bits64").nullable().asText();
        });
    });
    takes("INSERT INTO things (bits8, bits16, bits32) VALUES (255, 65535, 4294967295)");
    refuses("INSERT INTO things (bits8) VALUES (-1)");
    refuses("INSERT INTO things (bits16) VALUES (65536)");
    refuses("INSERT INTO things (bits32) VALUES (-1)");
    takes("INSERT INTO things (id, bits64) VALUES (9, '18446744073709551615')");
    holds("SELECT bits64 FROM things WHERE id = 9", "18446744073709551615");
}

TEST_F(ConformanceTypes, OfDecimalsAreExact) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.decimal("wealth", 30, 10).nullable();
            t.decimal("price", 9, 2).nullable();
        });
    });
    takes("INSERT INTO things (wealth) VALUES ('12345678901234567890.0123456789')");
    holds("SELECT wealth FROM things", "12345678901234567890.0123456789");
}

TEST_F(ConformanceTypes, OfDecimalsGetMoreDigits) {
    given([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) { t.decimal("wealth", 9, 2); });
    });
    rows({on(DatabaseKind::SQLite) ? "INSERT INTO things VALUES (150)"
                                   : "INSERT INTO things VALUES (1.5)"});
    when([](SchemaBuilder& schema) {
        schema.alterTable("things",
                          [](AlterBuilder& t) { t.changeType("wealth", godwit::decimal(12, 4)); });
    });
    holds("SELECT wealth FROM things", on(DatabaseKind::SQLite) ? "15000" : "1.5000");
}

TEST_F(ConformanceTypes, OfOtherColumnsStay) {
    given([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.string("name", 20).nullable();
            t.decimal("wealth", 9, 7);
            t.timestamp("at", 3);
        });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) { t.setNotNull("name"); });
    });
}

TEST_F(ConformanceTypes, OfMomentsHaveDigits) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.timestamp("seconds", 0).nullable();
            t.timestamp("thousandths", 3).nullable();
            t.timestamp("all").nullable();
        });
    });
    takes(
        "INSERT INTO things (seconds, thousandths) "
        "VALUES ('2025-02-17 14:30:00', '2025-02-17 14:30:00.123')");
    holds("SELECT thousandths FROM things", "2025-02-17 14:30:00.123");
}

TEST_F(ConformanceTypes, OfMomentsKnowTheirZone) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.timestampTz("at").nullable();
            t.timestampTz("until", 0).nullable().nativeTimestamp();
        });
    });
    takes("INSERT INTO things (at) VALUES ('2025-02-17 14:30:00')");
    holds("SELECT count(*) FROM things WHERE at > '2025-02-17 14:29:59'", "1");
}

TEST_F(ConformanceTypes, OfTimesOfDay) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.time("opens", 0).nullable();
            t.time("closes").nullable();
        });
    });
    takes("INSERT INTO things (opens, closes) VALUES ('08:00:00', '23:59:59.999999')");
    holds("SELECT closes FROM things", "23:59:59.999999");
}

TEST_F(ConformanceTypes, OfBytes) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.bytes("every").nullable();
            t.binary("two", 2).nullable();
            t.varbinary("few", 2).nullable();
        });
    });
    const bool postgresql = on(DatabaseKind::PostgreSQL);
    takes(postgresql ? "INSERT INTO things (every, two, few) VALUES ('\\x00ff', '\\x0001', '\\x01')"
                     : "INSERT INTO things (every, two, few) VALUES (x'00ff', x'0001', x'01')");
    refuses(postgresql ? "INSERT INTO things (two) VALUES ('\\x000102')"
                       : "INSERT INTO things (two) VALUES (x'000102')");
    refuses(postgresql ? "INSERT INTO things (few) VALUES ('\\x000102')"
                       : "INSERT INTO things (few) VALUES (x'000102')");
}

TEST_F(ConformanceTypes, OfBooleansTakeTrueAndFalse) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) { t.boolean("yes").defaultTo(true); });
    });
    takes("INSERT INTO things (yes) VALUES (false)");
    refuses("INSERT INTO things (yes) VALUES ('maybe')");
    holds("SELECT count(*) FROM things WHERE yes", "0");
}

TEST_F(ConformanceTypes, OfFloatingPointNumbers) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.real("about").nullable();
            t.doublePrecision("nearly").nullable();
        });
    });
    takes("INSERT INTO things (about, nearly) VALUES (0.5, 1e300)");
    holds("SELECT count(*) FROM things WHERE nearly > 1e299 AND about = 0.5", "1");
}

TEST_F(ConformanceTypes, OfUuidsAreMadeByTheDatabase) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) { t.uuid("code").generated(); });
    });
    takes("INSERT INTO things (id) VALUES (1)");
    takes("INSERT INTO things (id) VALUES (2)");
    holds("SELECT count(DISTINCT code) FROM things", "2");
}

TEST_F(ConformanceTypes, OfJsonTakeJsonOnly) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.json("parts").nullable();
            t.json("as_written").nullable().plain();
        });
    });
    takes("INSERT INTO things (parts, as_written) VALUES ('{\"a\": 1}', '[ ]')");
    refuses("INSERT INTO things (parts) VALUES ('{a: 1}')");
}

TEST_F(ConformanceTypes, OfJsonAreDropped) {
    given([](SchemaBuilder& schema) {
        things(schema);
        schema.alterTable("things", [](AlterBuilder& t) { t.json("parts").nullable(); });
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) { t.dropColumn("parts"); });
    });
    takes("INSERT INTO things (id) VALUES (1)");
}

TEST_F(ConformanceTypes, OfArrays) {
    when([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) {
            t.array("names", godwit::string(20));
            t.array("numbers", godwit::integer());
        });
    });
    takes("INSERT INTO things VALUES ('{a, b}', '{1, 2}')");
    refuses("INSERT INTO things VALUES ('{}', '{a}')");
}

TEST_F(ConformanceTypes, OfArraysThatAreNotNull) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.array("numbers", godwit::integer()).nullable().orJson();
            t.setNotNull("numbers");
        });
    });
    takes(on(DatabaseKind::PostgreSQL) ? "INSERT INTO things (numbers) VALUES ('{1, 2}')"
                                       : "INSERT INTO things (numbers) VALUES ('[1, 2]')");
    refuses("INSERT INTO things (numbers) VALUES (NULL)");
}

TEST_F(ConformanceTypes, OfArraysThatMayBeNull) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.array("numbers", godwit::integer()).nullable().orJson();
        });
    });
    takes("INSERT INTO things (numbers) VALUES (NULL)");
}

TEST_F(ConformanceTypes, OfArraysHaveADefault) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.array("numbers", godwit::integer())
                .defaultTo(godwit::expr("'{1,2,3}'"))
                .only(godwit::postgresql);
            t.array("numbers", godwit::integer())
                .orJson()
                .defaultTo(godwit::expr("'[1,2,3]'"))
                .only(godwit::mysql | godwit::mariadb | godwit::sqlite);
        });
    });
    takes("INSERT INTO things (id) VALUES (1)");
    holds("SELECT count(*) FROM things WHERE numbers IS NOT NULL", "1");
}

TEST_F(ConformanceTypes, OfOnesOwnWords) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.customType("code",
                         {.postgresql = "varchar(123)",
                          .mysql = "varchar(123)",
                          .mariadb = sameAs::mysql,
                          .sqlite = "TEXT"})
                .nullable();
        });
    });
    takes("INSERT INTO things (code) VALUES ('x')");
}

TEST_F(ConformanceTypes, ThatSomebodyElseMade) {
    given([](SchemaBuilder& schema) {
        things(schema);
        schema.sql({.postgresql = "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                    .mysql = nothing,
                    .mariadb = nothing,
                    .sqlite = nothing});
    });
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.customType("height",
                         {.postgresql = "positive",
                          .mysql = "integer",
                          .mariadb = sameAs::mysql,
                          .sqlite = "INTEGER"})
                .nullable();
            t.check("height_is_positive", "height > 0")
                .only(godwit::mysql | godwit::mariadb | godwit::sqlite);
        });
    });
    takes("INSERT INTO things (height) VALUES (1)");
    refuses("INSERT INTO things (height) VALUES (0)");
}

TEST_F(ConformanceTypes, OutOfRangeAreRefused) {
    when([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) { t.decimal("wealth", 66, 2); });
    });
    EXPECT_TRUE(refused());
}

TEST_F(ConformanceTypes, OfTextThatIgnoresCase) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.caseInsensitiveText("email").nullable().unique();
        });
    });
    takes("INSERT INTO things (email) VALUES ('Ada@example.org')");
    refuses("INSERT INTO things (email) VALUES ('ADA@EXAMPLE.ORG')");
    holds("SELECT email FROM things WHERE email = 'ada@example.org'", "Ada@example.org");
}

TEST_F(ConformanceTypes, OfBitsDurationsAndAddresses) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.bit("flags", 4).nullable();
            t.duration("length").nullable();
            t.inet("host").nullable();
            t.cidr("net").nullable();
            t.macAddress("card").nullable();
        });
    });
    takes("INSERT INTO things (host, card) VALUES ('192.168.0.1', '08:00:2b:01:02:03')");
    holds("SELECT card FROM things", "08:00:2b:01:02:03");
}

TEST_F(ConformanceTypes, OfTextsOfSizes) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.text("tiny", godwit::tinySize).nullable();
            t.text("small", godwit::smallSize).nullable();
            t.text("medium", godwit::mediumSize).nullable();
            t.bytes("raw", godwit::smallSize).nullable();
        });
    });
    takes("INSERT INTO things (tiny) VALUES ('x')");
}

TEST_F(ConformanceTypes, OfSets) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.set("colours", "colour", {"red", "green", "blue"}).nullable();
        });
    });
    const bool postgresql = on(DatabaseKind::PostgreSQL);
    takes(postgresql ? "INSERT INTO things (colours) VALUES ('{red,blue}')"
                     : "INSERT INTO things (colours) VALUES ('red,blue')");
    refuses(postgresql ? "INSERT INTO things (colours) VALUES ('{pink}')"
                       : "INSERT INTO things (colours) VALUES ('pink')");
}

TEST_F(ConformanceTypes, OfRanges) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) {
            t.range("pages", godwit::integer()).nullable();
            t.range("during", godwit::timestampTz()).nullable();
        });
    });
    takes("INSERT INTO things (pages) VALUES ('[1,9)')");
    holds("SELECT count(*) FROM things WHERE pages @> 5", "1");
}

}  // namespace godwit::test
