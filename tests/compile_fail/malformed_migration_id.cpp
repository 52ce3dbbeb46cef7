// expect: godwit: a migration id reads YYYYMMDDHHMMSS_name_in_lower_case
#include <godwit/migration.hpp>

namespace {

class DropOrders final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
    void down(SchemaBuilder& schema) const override { schema.dropTable("customers"); }
};

}  // namespace

GODWIT_MIGRATION(2025_drop_orders, DropOrders)
