#include "golden/golden.hpp"

// A column goes, with the keys and indexes that hold it.

namespace godwit::test {

namespace {

void stock(SchemaBuilder& schema) {
    schema.createTable("shelves", [](TableBuilder& t) { t.id(); });
    schema.createTable("stock", [](TableBuilder& t) {
        t.id();
        t.foreignId("shelf_id").nullable().references("shelves");
        t.string("article", 40);
        t.string("serial", 40).nullable();
        t.integer("pieces").defaultTo(0);
        t.integer("reserved").defaultTo(0);
        t.string("label", 40).nullable();
        t.unique({"article", "serial"});
        t.index({"pieces"});
        t.index({"pieces", "article"});
        t.check("stock_reserved_is_there", "reserved <= 1000");
    });
}

void dropFromStock(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("stock", body);
}

}  // namespace

void addDropColumnCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "drop_column", .given = stock, .when = [](SchemaBuilder& schema) {
                         dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("label"); });
                     }});
    cases.push_back(
        {.name = "drop_column_of_indexes", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("pieces"); });
         }});
    cases.push_back(
        {.name = "drop_column_of_unique_key", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("serial"); });
         }});
    cases.push_back(
        {.name = "drop_column_of_foreign_key", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("shelf_id"); });
         }});
    cases.push_back(
        {.name = "drop_column_of_primary_key", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("id"); });
         }});
    cases.push_back({.name = "drop_computed_column",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("lines", [](TableBuilder& t) {
                                 t.integer("pieces");
                                 t.integer("twice").storedAs("pieces * 2");
                             });
                             schema.renameTable("lines", "rows");
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("rows",
                                               [](AlterBuilder& t) { t.dropColumn("twice"); });
                         }});
    cases.push_back(
        {.name = "drop_column_of_check", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) { t.dropColumn("reserved"); });
         }});
    cases.push_back(
        {.name = "drop_column_after_its_check", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) {
                 t.dropCheck("stock_reserved_is_there");
                 t.dropColumn("reserved");
             });
         }});
    cases.push_back(
        {.name = "drop_renamed_column_of_check", .given = stock, .when = [](SchemaBuilder& schema) {
             dropFromStock(schema, [](AlterBuilder& t) {
                 t.renameColumn("reserved", "held_back");
                 t.dropColumn("held_back");
             });
         }});
    cases.push_back({.name = "drop_last_column",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("flags", [](TableBuilder& t) { t.boolean("up"); });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("flags",
                                               [](AlterBuilder& t) { t.dropColumn("up"); });
                         }});
}

}  // namespace godwit::test
