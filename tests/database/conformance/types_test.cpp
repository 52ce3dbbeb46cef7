#include "database/conformance/conformance.hpp"

namespace godwit::test {

namespace {

class ConformanceTypes : public Conformance {};

void things(SchemaBuilder& schema) {
    schema.createTable("things", [](TableBuilder& t) { t.id(); });
}

}  // namespace

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

TEST_F(ConformanceTypes, OfBooleansTakeTrueAndFalse) {
    given(things);
    when([](SchemaBuilder& schema) {
        schema.alterTable("things", [](AlterBuilder& t) { t.boolean("yes").defaultTo(true); });
    });
    takes("INSERT INTO things (yes) VALUES (false)");
    refuses("INSERT INTO things (yes) VALUES ('maybe')");
    holds("SELECT count(*) FROM things WHERE yes", "0");
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

TEST_F(ConformanceTypes, OutOfRangeAreRefused) {
    when([](SchemaBuilder& schema) {
        schema.createTable("things", [](TableBuilder& t) { t.decimal("wealth", 66, 2); });
    });
    EXPECT_TRUE(refused());
}

}  // namespace godwit::test
