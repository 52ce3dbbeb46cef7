-- rename_table orders to sales
ALTER TABLE `orders` RENAME TO `sales`;

-- drop_table sales
DROP TABLE `sales`;
