#include <godwit/migration.hpp>

namespace {

// Written once: godwit takes it back in the opposite order.
class ShelveBooks final : public godwit::ReversibleMigration {
public:
    std::string_view description() const override { return "Books stand on shelves"; }

    void change(SchemaBuilder& schema) const override {
        schema.createTable("shelves", [](Table& t) {
            t.integer("id").primaryKey();
            t.string("room", 40).unique();
        });
        schema.insert("shelves", {{"id", 1}, {"room", "Reading room"}});
        schema.alterTable("books", [](Alter& t) {
            t.integer("shelf_id").nullable().references("shelves");
            t.renameColumn("pages", "page_count");
            t.check("books_have_pages", "page_count > 0");
            // A drop says what it drops. Its values are kept until the migration is taken back.
            t.dropColumn("lost", godwit::boolean().defaultTo(false))
                .keepCopy()
                .because("What is lost has no shelf.");
        });
        schema.update("books", {{"shelf_id", 1}})
            .by({{"id", 1}})
            .from({{"shelf_id", godwit::null}});
    }
};

}  // namespace

GODWIT_MIGRATION(20260402090000_shelve_books, ShelveBooks)
