-- drop_column orders.tracking_number
ALTER TABLE `orders`
    DROP INDEX `orders_tracking_number_idx`,
    DROP COLUMN `tracking_number`;
