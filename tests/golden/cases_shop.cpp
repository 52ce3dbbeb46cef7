#include "golden/golden.hpp"

// The first example: users, orders, and a tracking number that comes later.

namespace godwit::test {

namespace {

void users(SchemaBuilder& schema) {
    schema.createTable("users", [](TableBuilder& t) {
        t.uuid("id").primaryKey().generated();
        t.string("email", 255).unique();
        t.timestamps();
    });
}

void orders(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.uuid("id").primaryKey().generated();
        t.foreignUuid("user_id").references("users").onDelete(cascade);
        t.decimal("total", 12, 2);
        t.enumeration("status", "order_status", {"pending", "paid", "shipped", "cancelled"})
            .defaultTo("pending");
        t.timestamps();
        t.index({"user_id", "status"});
    });
}

void trackingNumber(SchemaBuilder& schema) {
    schema.alterTable("orders", [](AlterBuilder& t) {
        t.string("tracking_number", 50).nullable();
        t.index({"tracking_number"});
    });
}

void usersAndOrders(SchemaBuilder& schema) {
    users(schema);
    orders(schema);
}

void everything(SchemaBuilder& schema) {
    usersAndOrders(schema);
    trackingNumber(schema);
}

}  // namespace

void addShopCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "shop_create_users", .when = users});
    cases.push_back({.name = "shop_create_orders", .given = users, .when = orders});
    cases.push_back(
        {.name = "shop_add_tracking_number", .given = usersAndOrders, .when = trackingNumber});
    cases.push_back(
        {.name = "shop_drop_tracking_number",
         .given = everything,
         .when = [](SchemaBuilder& schema) {
             schema.alterTable("orders", [](AlterBuilder& t) { t.dropColumn("tracking_number"); });
         }});
    cases.push_back({.name = "shop_drop_orders",
                     .given = usersAndOrders,
                     .when = [](SchemaBuilder& schema) { schema.dropTable("orders"); }});
}

}  // namespace godwit::test
