// expect: godwit: a migration class belongs into an unnamed namespace
#include <godwit/migration.hpp>

class CreateOrders final : public godwit::Migration {
public:
    void up(SchemaBuilder&) const override {}
    void down(SchemaBuilder&) const override {}
};

GODWIT_MIGRATION(20250217143000_create_orders, CreateOrders)
