-- drop_column stock.serial
ALTER TABLE `stock`
    DROP INDEX `stock_article_serial_key`,
    DROP COLUMN `serial`;
