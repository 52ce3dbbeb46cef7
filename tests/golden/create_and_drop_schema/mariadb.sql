-- create_schema godwit_golden_billing
CREATE DATABASE `godwit_golden_billing` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- create_table godwit_golden_billing.invoices
CREATE TABLE `godwit_golden_billing`.`invoices` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `number` int NOT NULL,
    `parent_id` bigint,
    PRIMARY KEY (`id`),
    UNIQUE INDEX `invoices_number_key` (`number`),
    CONSTRAINT `invoices_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `godwit_golden_billing`.`invoices` (`id`),
    INDEX `invoices_number_parent_id_idx` (`number`, `parent_id`),
    INDEX `invoices_parent_id_fkey` (`parent_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- add_column godwit_golden_billing.invoices.pages
ALTER TABLE `godwit_golden_billing`.`invoices` ADD COLUMN `pages` int;

-- rename_column godwit_golden_billing.invoices.number to no
ALTER TABLE `godwit_golden_billing`.`invoices` RENAME COLUMN `number` TO `no`;

-- rename_table godwit_golden_billing.invoices to godwit_golden_billing.bills
ALTER TABLE `godwit_golden_billing`.`invoices` RENAME TO `godwit_golden_billing`.`bills`;

-- create_view godwit_golden_billing.numbers
CREATE VIEW `godwit_golden_billing`.`numbers` AS
SELECT no FROM godwit_golden_billing.bills;

-- drop_view godwit_golden_billing.numbers
DROP VIEW `godwit_golden_billing`.`numbers`;

-- drop_table godwit_golden_billing.bills
DROP TABLE `godwit_golden_billing`.`bills`;

-- drop_schema godwit_golden_billing
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the schema godwit_golden_billing is not empty';

-- drop_schema godwit_golden_billing
DROP DATABASE `godwit_golden_billing`;
