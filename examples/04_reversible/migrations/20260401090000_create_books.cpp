#include <godwit/migration.hpp>

namespace {

// The way down drops the table.
class CreateBooks final : public godwit::ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.createTable("books", [](Table& t) {
            t.integer("id").primaryKey();
            t.string("title", 200);
            t.integer("pages");
            t.boolean("lost").defaultTo(false);
        });
        schema.insert("books",
                      {"id", "title", "pages", "lost"},
                      {{1, "The Odyssey", 541, false}, {2, "Walden", 352, true}});
    }
};

}  // namespace

GODWIT_MIGRATION(20260401090000_create_books, CreateBooks)
