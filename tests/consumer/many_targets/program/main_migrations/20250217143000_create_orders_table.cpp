#include <godwit/migration.hpp>

namespace {

class CreateOrdersTable final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("program_orders", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("program_orders"); }
};

}  // namespace

GODWIT_MIGRATION(20250217143000_create_orders_table, CreateOrdersTable)
