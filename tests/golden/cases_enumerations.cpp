#include "golden/golden.hpp"

// An enumeration is a type of its own on PostgreSQL, that lives as long as a column has it.

namespace godwit::test {

namespace {

void doors(SchemaBuilder& schema) {
    schema.createTable("doors", [](TableBuilder& t) {
        t.id();
        t.enumeration("colour", "colour", {"red", "green"});
        t.enumeration("inside", "colour", {"red", "green"}).defaultTo("green");
    });
}

void doorsAndWindows(SchemaBuilder& schema) {
    doors(schema);
    schema.createTable("windows", [](TableBuilder& t) {
        t.id();
        t.enumeration("frame", "colour", {"red", "green"}).nullable();
    });
}

void windows(SchemaBuilder& schema) {
    schema.createTable("windows", [](TableBuilder& t) { t.id(); });
}

}  // namespace

void addEnumerationCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "enumeration_of_two_columns", .when = doors});
    cases.push_back({.name = "enumeration_of_two_tables", .when = doorsAndWindows});
    cases.push_back({.name = "drop_one_user_of_enumeration",
                     .given = doorsAndWindows,
                     .when = [](SchemaBuilder& schema) { schema.dropTable("doors"); }});
    cases.push_back({.name = "drop_all_users_of_enumeration",
                     .given = doorsAndWindows,
                     .when = [](SchemaBuilder& schema) {
                         schema.dropTable("doors");
                         schema.alterTable("windows",
                                           [](AlterBuilder& t) { t.dropColumn("frame"); });
                     }});
    cases.push_back({.name = "drop_one_of_two_columns_of_enumeration",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("doors",
                                           [](AlterBuilder& t) { t.dropColumn("inside"); });
                     }});
    cases.push_back(
        {.name = "add_enumeration", .given = windows, .when = [](SchemaBuilder& schema) {
             schema.alterTable("windows", [](AlterBuilder& t) {
                 t.enumeration("frame", "colour", {"red", "green"}).defaultTo("red");
             });
         }});
    cases.push_back(
        {.name = "rename_enumeration_column", .given = doors, .when = [](SchemaBuilder& schema) {
             schema.alterTable("doors",
                               [](AlterBuilder& t) { t.renameColumn("colour", "outside"); });
             schema.renameTable("doors", "gates");
             schema.dropTable("gates");
         }});
    cases.push_back({.name = "enumeration_made_again_with_other_values",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.dropTable("doors");
                         schema.createTable("doors", [](TableBuilder& t) {
                             t.enumeration("colour", "colour", {"blue", "green"});
                         });
                     }});
    cases.push_back({.name = "enumeration_named_like_a_table",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("colour", [](TableBuilder& t) { t.id(); });
                     }});
    cases.push_back(
        {.name = "enumeration_value_that_ends_in_a_blank", .when = [](SchemaBuilder& schema) {
             schema.createTable("words", [](TableBuilder& t) {
                 t.enumeration("word", "word", {"a ", "a"});
             });
         }});
    cases.push_back(
        {.name = "enumeration_values_of_all_kinds", .when = [](SchemaBuilder& schema) {
             schema.createTable("words", [](TableBuilder& t) {
                 t.enumeration(
                      "word",
                      "word",
                      {"it's", "a\\b", "\"q\"", "x, y", "100%", "?", ":n", "A", "a", "\xC3\xA4"})
                     .defaultTo("a\\b");
             });
         }});
}

}  // namespace godwit::test
