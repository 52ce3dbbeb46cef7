-- create_view all_orders
CREATE VIEW "all_orders" WITH (security_invoker = true) AS
SELECT id FROM orders;
