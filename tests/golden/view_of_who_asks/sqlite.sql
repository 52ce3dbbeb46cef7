-- create_view all_orders
CREATE VIEW "all_orders" AS
SELECT id FROM orders;
