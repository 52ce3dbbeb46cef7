#pragma once

#include <godwit/migration_set.hpp>

namespace godwit::test {

/// The migrations of examples/01_shop by another hand: users, orders, a tracking number.
class CreateUsers : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("users", [](Table& t) {
            t.uuid("id").primaryKey().generated();
            t.string("email").unique();
            t.timestamps();
            t.comment("who buys");
        });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("users"); }
    std::string_view description() const override { return "who buys, with 'quotes' and \\"; }
};

class CreateOrders : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("orders", [](Table& t) {
            t.uuid("id").primaryKey().generated();
            t.foreignUuid("user_id").references("users").onDelete(cascade);
            t.decimal("total", 12, 2);
            t.enumeration("status", "order_status", {"pending", "paid", "shipped", "cancelled"})
                .defaultTo("pending");
            t.timestamps();
            t.index({"user_id", "status"});
        });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("orders"); }
};

class AddTrackingNumber : public Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](Alter& t) {
            t.string("tracking_number", 50).nullable();
            t.index({"tracking_number"});
        });
    }
    void down(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](Alter& t) {
            t.dropIndex({"tracking_number"});
            t.dropColumn("tracking_number");
        });
    }
};

inline constexpr const char* kCreateUsers = "20250217142500_create_users_table";
inline constexpr const char* kCreateOrders = "20250217143000_create_orders_table";
inline constexpr const char* kAddTrackingNumber = "20250303091500_add_tracking_number";

inline MigrationSet shopMigrations() {
    MigrationSet set;
    set.add<CreateUsers>(kCreateUsers)
        .add<CreateOrders>(kCreateOrders)
        .add<AddTrackingNumber>(kAddTrackingNumber);
    return set;
}

}  // namespace godwit::test
