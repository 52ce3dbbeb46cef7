#include <godwit/migration.hpp>

namespace {

class CreateOrdersTable final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("orders", [](Table& t) {
            t.id();
            t.string("customer");
        });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
};

}  // namespace

GODWIT_MIGRATION(20250217143000_create_orders_table, CreateOrdersTable)
