-- create_view all_orders
CREATE SQL SECURITY INVOKER VIEW `all_orders` AS
SELECT id FROM orders;
