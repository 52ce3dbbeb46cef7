-- drop_column stock.shelf_id
ALTER TABLE `stock`
    DROP FOREIGN KEY `stock_shelf_id_fkey`,
    DROP COLUMN `shelf_id`,
    DROP INDEX `stock_shelf_id_fkey`;
