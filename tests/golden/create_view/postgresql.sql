-- create_view big_orders
CREATE VIEW "big_orders" ("order_id", "size") AS
SELECT id, pieces FROM orders WHERE pieces > 100;
