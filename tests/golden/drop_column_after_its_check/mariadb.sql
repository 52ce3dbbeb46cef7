-- drop_check stock.stock_reserved_is_there
ALTER TABLE `stock` DROP CONSTRAINT `stock_reserved_is_there`;

-- drop_column stock.reserved
ALTER TABLE `stock` DROP COLUMN `reserved`;
