-- rename_view big_orders to large_orders
DROP VIEW "big_orders";

-- rename_view big_orders to large_orders
CREATE VIEW "large_orders" AS
SELECT id, pieces FROM orders WHERE pieces > 100;

-- drop_view large_orders
DROP VIEW "large_orders";
