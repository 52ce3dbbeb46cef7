-- add_column orders.tracking_number
ALTER TABLE `orders` ADD COLUMN `tracking_number` varchar(50);

-- add_index orders.orders_tracking_number_idx
ALTER TABLE `orders` ADD INDEX `orders_tracking_number_idx` (`tracking_number`);
