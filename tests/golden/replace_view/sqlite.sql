-- replace_view big_orders
DROP VIEW IF EXISTS "big_orders";

-- replace_view big_orders
CREATE VIEW "big_orders" AS
SELECT id, pieces, total FROM orders WHERE pieces > 200;
