-- rename_view big_orders to large_orders
RENAME TABLE `big_orders` TO `large_orders`;

-- drop_view large_orders
DROP VIEW `large_orders`;
