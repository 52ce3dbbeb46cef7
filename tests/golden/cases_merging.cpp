#include "golden/golden.hpp"

// Which changes of a table share a statement on MySQL and MariaDB, and which do not.

namespace godwit::test {

namespace {

void books(SchemaBuilder& schema) {
    schema.createTable("authors", [](TableBuilder& t) { t.id(); });
    schema.createTable("books", [](TableBuilder& t) {
        t.id();
        t.foreignId("author_id").nullable().references("authors");
        t.string("title", 80);
        t.integer("pages");
        t.integer("chapters");
        t.index({"title"});
        t.index({"pages"});
    });
}

void alterBooks(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("books", body);
}

}  // namespace

void addMergingCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "merge_changes_done_alike", .given = books, .when = [](SchemaBuilder& schema) {
             alterBooks(schema, [](AlterBuilder& t) {
                 t.string("subtitle", 80).nullable();
                 t.integer("edition").defaultTo(1);
                 t.renameColumn("title", "name");
                 t.dropIndex({"pages"});
                 t.index({"pages", "chapters"});
                 t.dropColumn("name");
             });
         }});
    cases.push_back(
        {.name = "merge_only_neighbours", .given = books, .when = [](SchemaBuilder& schema) {
             alterBooks(schema, [](AlterBuilder& t) { t.text("summary").nullable(); });
             schema.alterTable("authors", [](AlterBuilder& t) { t.text("life").nullable(); });
             alterBooks(schema, [](AlterBuilder& t) { t.text("blurb").nullable(); });
         }});
    cases.push_back(
        {.name = "split_column_and_its_index", .given = books, .when = [](SchemaBuilder& schema) {
             alterBooks(schema, [](AlterBuilder& t) {
                 t.string("isbn", 13).nullable();
                 t.index({"isbn"});
             });
         }});
    cases.push_back(
        {.name = "split_foreign_key_dropped_and_added",
         .given = books,
         .when = [](SchemaBuilder& schema) {
             alterBooks(schema, [](AlterBuilder& t) {
                 t.dropForeignKey({"author_id"});
                 t.foreignKey({"author_id"}).references("authors", {"id"}).onDelete(cascade);
             });
         }});
    cases.push_back({.name = "split_column_added_and_renamed",
                     .given = books,
                     .when = [](SchemaBuilder& schema) {
                         alterBooks(schema, [](AlterBuilder& t) {
                             t.string("isbn", 13).nullable();
                             t.renameColumn("isbn", "isbn13");
                         });
                     }});
    cases.push_back({.name = "split_columns_that_swap_names",
                     .given = books,
                     .when = [](SchemaBuilder& schema) {
                         alterBooks(schema, [](AlterBuilder& t) {
                             t.renameColumn("pages", "swap");
                             t.renameColumn("chapters", "pages");
                             t.renameColumn("swap", "chapters");
                         });
                     }});
    cases.push_back(
        {.name = "split_column_and_its_check", .given = books, .when = [](SchemaBuilder& schema) {
             alterBooks(schema, [](AlterBuilder& t) {
                 t.check("books_have_pages", "pages > 0");
                 t.check("books_have_chapters", "CHAPTERS > 0 AND pages > 1");
                 t.integer("weight").defaultTo(expr("1 + 1"));
                 t.check("books_weigh", "weight > 0");
             });
         }});
}

}  // namespace godwit::test
