#include <godwit/migration.hpp>

namespace {

class CreateOrdersTable final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("orders", [](Table& t) {
            t.uuid("id").primaryKey().generated();
            t.foreignUuid("user_id").references("users").onDelete(godwit::cascade);
            t.decimal("total", 12, 2);
            t.enumeration("status", "order_status", {"pending", "paid", "shipped", "cancelled"})
                .defaultTo("pending");
            t.timestamps();
            t.index({"user_id", "status"});
        });
    }

    // The enum type goes with its last table.
    void down(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
};

}  // namespace

GODWIT_MIGRATION(20250217143000_create_orders_table, CreateOrdersTable)
