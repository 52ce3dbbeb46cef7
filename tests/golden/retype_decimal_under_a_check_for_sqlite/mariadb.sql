-- change_type amounts.total
ALTER TABLE `amounts` MODIFY COLUMN `total` decimal(12, 3) NOT NULL;
