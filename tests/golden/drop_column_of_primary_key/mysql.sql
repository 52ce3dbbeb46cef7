-- drop_column stock.id
ALTER TABLE `stock`
    DROP PRIMARY KEY,
    DROP COLUMN `id`;
