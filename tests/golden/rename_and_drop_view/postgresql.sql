-- rename_view big_orders to large_orders
ALTER VIEW "big_orders" RENAME TO "large_orders";

-- drop_view large_orders
DROP VIEW "large_orders";
