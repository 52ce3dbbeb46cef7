-- replace_view big_orders
CREATE OR REPLACE VIEW `big_orders` AS
SELECT id, pieces, total FROM orders WHERE pieces > 200;
