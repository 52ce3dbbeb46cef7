-- create_view big_orders
CREATE VIEW `big_orders` AS
SELECT id, pieces FROM orders WHERE pieces > 100
WITH CASCADED CHECK OPTION;

-- create_view huge_orders
CREATE VIEW `huge_orders` AS
SELECT id, pieces FROM big_orders WHERE pieces > 999
WITH LOCAL CHECK OPTION;
