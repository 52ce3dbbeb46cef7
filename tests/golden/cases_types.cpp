#include "golden/golden.hpp"

// Types, defaults and values that the database makes.

namespace godwit::test {

namespace {

void everyType(TableBuilder& t) {
    t.tinyInteger("tiny");
    t.smallInteger("small");
    t.integer("whole");
    t.bigInteger("big");
    t.decimal("price", 12, 2);
    t.decimal("huge", 65, 30);
    t.string("short_text", 50);
    t.text("long_text");
    t.boolean("yes");
    t.date("day");
    t.timestamp("wall_clock");
    t.timestampTz("instant");
    t.json("document");
    t.bytes("picture");
    t.uuid("token");
    t.enumeration("mood", "mood", {"good", "bad"});
}

void everyNullableType(TableBuilder& t) {
    t.tinyInteger("tiny").nullable();
    t.smallInteger("small").nullable();
    t.integer("whole").nullable();
    t.bigInteger("big").nullable();
    t.decimal("price", 12, 2).nullable();
    t.decimal("huge", 65, 30).nullable();
    t.string("short_text", 50).nullable();
    t.text("long_text").nullable();
    t.boolean("yes").nullable();
    t.date("day").nullable();
    t.timestamp("wall_clock").nullable();
    t.timestampTz("instant").nullable();
    t.json("document").nullable();
    t.bytes("picture").nullable();
    t.uuid("token").nullable();
    t.enumeration("mood", "mood", {"good", "bad"}).nullable();
}

void literalDefaults(TableBuilder& t) {
    t.tinyInteger("tiny").defaultTo(-128);
    t.bigInteger("big").defaultTo(9223372036854775807);
    t.decimal("price", 12, 2).defaultTo("12.5");
    t.decimal("huge", 25, 4).defaultTo("-123456789012345678901.5");
    t.string("short_text", 50).defaultTo("it's");
    t.text("long_text").defaultTo("a\nb");
    t.boolean("yes").defaultTo(true);
    t.boolean("no").defaultTo(false);
    t.date("day").defaultTo("2024-02-29");
    t.timestamp("wall_clock", 0).defaultTo("2024-02-29 12:30:00");
    t.timestampTz("instant", 0).defaultTo("2024-02-29 12:30:00");
    t.json("document").defaultTo("{\"a\": [1, null]}");
    t.uuid("token").defaultTo("6ba7b810-9dad-41d1-80b4-00c04fd430c8");
    t.enumeration("mood", "mood", {"good", "bad"}).defaultTo("bad");
}

void momentDefaults(TableBuilder& t) {
    t.id();
    t.date("day").defaultTo(now);
    t.timestamp("wall_clock").defaultTo(now);
    t.timestamp("wall_second", 0).defaultTo(now);
    t.timestampTz("instant").defaultTo(now);
    t.timestampTz("second", 0).defaultTo(now);
    t.timestampTz("milli", 3).defaultTo(now);
    t.timestamps();
}

void addNumberCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "decimals_of_every_size", .when = [](SchemaBuilder& schema) {
                         schema.createTable("amounts", [](TableBuilder& t) {
                             t.decimal("digit", 1, 0).defaultTo(7);
                             t.decimal("fraction", 4, 4).defaultTo("-0.0001");
                             t.decimal("scaled", 18, 6).defaultTo("0.1");
                             t.decimal("exact", 19, 6).defaultTo("0.1");
                         });
                     }});
    cases.push_back({.name = "check_on_scaled_decimal", .when = [](SchemaBuilder& schema) {
                         schema.createTable("amounts", [](TableBuilder& t) {
                             t.decimal("total", 12, 2);
                             t.decimal("paid", 12, 2);
                             t.check("amounts_not_negative", "total >= 0 AND paid <= total");
                         });
                     }});
    cases.push_back(
        {.name = "check_on_scaled_decimal_with_number", .when = [](SchemaBuilder& schema) {
             schema.createTable("amounts", [](TableBuilder& t) {
                 t.decimal("total", 12, 2);
                 t.check("amounts_at_least_one", "total >= 1");
             });
         }});
    cases.push_back(
        {.name = "check_on_decimal_with_a_text_for_sqlite", .when = [](SchemaBuilder& schema) {
             schema.createTable("amounts", [](TableBuilder& t) {
                 t.decimal("total", 12, 2);
                 t.check("amounts_at_least_one",
                         {.postgresql = "total >= 1",
                          .mysql = "total >= 1",
                          .mariadb = sameAs::mysql,
                          .sqlite = "total >= 100"});
             });
         }});
    cases.push_back({.name = "retype_decimal_under_a_check_for_sqlite",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("amounts", [](TableBuilder& t) {
                                 t.integer("id").primaryKey();
                                 t.decimal("total", 12, 2);
                                 t.check("amounts_at_least_one",
                                         {.postgresql = "total >= 1",
                                          .mysql = "total >= 1",
                                          .mariadb = sameAs::mysql,
                                          .sqlite = "total >= 100"});
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("amounts", [](AlterBuilder& t) {
                                 t.changeType("total", decimal(12, 3));
                             });
                         }});
    cases.push_back({.name = "check_on_decimal_of_many_digits", .when = [](SchemaBuilder& schema) {
                         schema.createTable("amounts", [](TableBuilder& t) {
                             t.decimal("total", 20, 2);
                             t.check("amounts_not_negative", "total >= 0");
                         });
                     }});
    cases.push_back({.name = "computed_default_of_decimal", .when = [](SchemaBuilder& schema) {
                         schema.createTable("amounts", [](TableBuilder& t) {
                             t.decimal("total", 12, 2).defaultTo(expr("1.5 * 2"));
                         });
                     }});
}

void addGeneratedCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "generated_uuid", .when = [](SchemaBuilder& schema) {
                         schema.createTable("sessions", [](TableBuilder& t) {
                             t.uuid("id").primaryKey().generated();
                         });
                     }});
    cases.push_back({.name = "uuid_of_the_oldest_servers",
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createTable("sessions",
                                                [](TableBuilder& t) { t.uuid("id").primaryKey(); });
                         },
                     .servers = GoldenCase::Servers::Oldest});
    cases.push_back({.name = "generated_uuid_of_the_oldest_servers",
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createTable("sessions", [](TableBuilder& t) {
                                 t.uuid("id").primaryKey().generated();
                             });
                         },
                     .servers = GoldenCase::Servers::Oldest});
    cases.push_back({.name = "check_of_the_oldest_servers",
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createTable("dice", [](TableBuilder& t) {
                                 t.integer("pips");
                                 t.check("dice_have_six_sides", "pips BETWEEN 1 AND 6");
                             });
                         },
                     .servers = GoldenCase::Servers::Oldest});
    cases.push_back({.name = "generated_small_key", .when = [](SchemaBuilder& schema) {
                         schema.createTable("colours", [](TableBuilder& t) {
                             t.smallInteger("id").primaryKey().generated();
                         });
                     }});
    cases.push_back({.name = "integer_key_that_is_given", .when = [](SchemaBuilder& schema) {
                         schema.createTable("countries", [](TableBuilder& t) {
                             t.integer("iso_number").primaryKey();
                         });
                     }});
    cases.push_back({.name = "generated_beside_the_key", .when = [](SchemaBuilder& schema) {
                         schema.createTable("tickets", [](TableBuilder& t) {
                             t.uuid("id").primaryKey();
                             t.bigInteger("number").generated().unique();
                         });
                     }});
    cases.push_back({.name = "generated_without_key", .when = [](SchemaBuilder& schema) {
                         schema.createTable("log_lines", [](TableBuilder& t) {
                             t.bigInteger("number").generated();
                         });
                     }});
    cases.push_back({.name = "two_generated_columns", .when = [](SchemaBuilder& schema) {
                         schema.createTable("log_lines", [](TableBuilder& t) {
                             t.id();
                             t.bigInteger("number").generated().unique();
                         });
                     }});
}

}  // namespace

void addTypeCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "every_type", .when = [](SchemaBuilder& schema) {
                         schema.createTable("everything", everyType);
                     }});
    cases.push_back({.name = "every_type_nullable", .when = [](SchemaBuilder& schema) {
                         schema.createTable("everything", everyNullableType);
                     }});
    cases.push_back({.name = "literal_defaults", .when = [](SchemaBuilder& schema) {
                         schema.createTable("defaults", literalDefaults);
                     }});
    cases.push_back({.name = "moment_defaults", .when = [](SchemaBuilder& schema) {
                         schema.createTable("moments", momentDefaults);
                     }});
    cases.push_back({.name = "computed_default", .when = [](SchemaBuilder& schema) {
                         schema.createTable("sums", [](TableBuilder& t) {
                             t.integer("total").defaultTo(expr("1 + 1"));
                             t.string("word", 20).defaultTo(expr("lower('ABC')"));
                         });
                     }});
    addNumberCases(cases);
    addGeneratedCases(cases);
}

}  // namespace godwit::test
