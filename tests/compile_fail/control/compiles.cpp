// expect: godwit: a name must not be empty
#include <godwit/migration.hpp>

namespace {

class DropOrders final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
    void down(SchemaBuilder& schema) const override { schema.dropTable("customers"); }
};

}  // namespace

GODWIT_MIGRATION(20250217143000_drop_orders, DropOrders)
