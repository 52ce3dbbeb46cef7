#include "golden/golden.hpp"

// Columns added, renamed and commented on.

namespace godwit::test {

namespace {

void people(SchemaBuilder& schema) {
    schema.createTable("people", [](TableBuilder& t) {
        t.id();
        t.string("name", 80).comment("As on the passport.");
        t.integer("age").nullable();
        t.check("people_age_is_sane", "age BETWEEN 0 AND 150");
    });
}

void alterPeople(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("people", body);
}

void addAddCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "add_column", .given = people, .when = [](SchemaBuilder& schema) {
                         alterPeople(schema, [](AlterBuilder& t) { t.text("bio").nullable(); });
                     }});
    cases.push_back(
        {.name = "add_column_with_default", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) {
                 t.boolean("active").defaultTo(true);
                 t.decimal("balance", 12, 2).defaultTo("-0.50");
                 t.string("locale", 5).defaultTo("de_DE");
             });
         }});
    cases.push_back({.name = "add_required_column_without_default",
                     .given = people,
                     .when = [](SchemaBuilder& schema) {
                         alterPeople(schema, [](AlterBuilder& t) { t.integer("height"); });
                     }});
    cases.push_back(
        {.name = "add_column_with_comment", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) {
                 t.integer("height").nullable().comment("In millimetres.");
             });
         }});
    cases.push_back({.name = "add_column_with_computed_default",
                     .given = people,
                     .when = [](SchemaBuilder& schema) {
                         alterPeople(schema, [](AlterBuilder& t) {
                             t.integer("lucky").defaultTo(expr("3 + 4"));
                         });
                     }});
    cases.push_back({.name = "add_timestamps", .given = people, .when = [](SchemaBuilder& schema) {
                         alterPeople(schema, [](AlterBuilder& t) { t.timestamps(); });
                     }});
    cases.push_back(
        {.name = "add_generated_uuid", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) { t.uuid("token").generated(); });
         }});
    cases.push_back({.name = "add_id",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("keyless",
                                                [](TableBuilder& t) { t.string("word", 20); });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("keyless", [](AlterBuilder& t) {
                                 t.boolean("seen").defaultTo(false);
                                 t.id();
                             });
                         }});
    cases.push_back(
        {.name = "add_counted_column_without_key",
         .given =
             [](SchemaBuilder& schema) {
                 schema.createTable("keyless", [](TableBuilder& t) { t.string("word", 20); });
             },
         .when =
             [](SchemaBuilder& schema) {
                 schema.alterTable("keyless",
                                   [](AlterBuilder& t) { t.bigInteger("n").generated(); });
             }});
}

void addChangeCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "rename_column", .given = people, .when = [](SchemaBuilder& schema) {
                         alterPeople(schema,
                                     [](AlterBuilder& t) { t.renameColumn("name", "full_name"); });
                     }});
    cases.push_back(
        {.name = "rename_column_of_a_check", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) { t.renameColumn("age", "years"); });
         }});
    cases.push_back(
        {.name = "comment_on_column", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) {
                 t.commentOn("age", "In whole years.");
                 t.commentOn("name", "");
             });
         }});
    cases.push_back(
        {.name = "comment_on_counted_column", .given = people, .when = [](SchemaBuilder& schema) {
             alterPeople(schema, [](AlterBuilder& t) { t.commentOn("id", "A number."); });
         }});
    cases.push_back({.name = "comment_on_column_made_outside",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.sql({.postgresql = "CREATE TABLE elsewhere (id integer)",
                                         .mysql = "CREATE TABLE elsewhere (id integer)",
                                         .mariadb = sameAs::mysql,
                                         .sqlite = "CREATE TABLE elsewhere (id INTEGER)"});
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("elsewhere", [](AlterBuilder& t) {
                                 t.commentOn("id", "Not ours.");
                             });
                         }});
    cases.push_back({.name = "columns_that_differ_in_case_only",
                     .given = people,
                     .when = [](SchemaBuilder& schema) {
                         alterPeople(schema, [](AlterBuilder& t) { t.text("Name").nullable(); });
                     }});
    cases.push_back({.name = "rename_column_to_another_case",
                     .given = people,
                     .when = [](SchemaBuilder& schema) {
                         alterPeople(schema,
                                     [](AlterBuilder& t) { t.renameColumn("name", "Name"); });
                     }});
}

}  // namespace

void addColumnCases(std::vector<GoldenCase>& cases) {
    addAddCases(cases);
    addChangeCases(cases);
}

}  // namespace godwit::test
