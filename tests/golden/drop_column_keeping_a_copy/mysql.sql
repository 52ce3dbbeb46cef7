-- create_table godwit_copy_accounts_kind_31b01516
CREATE TABLE `godwit_copy_accounts_kind_31b01516` (
    `id` bigint NOT NULL,
    `kind` varchar(255),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- copy_rows godwit_copy_accounts_kind_31b01516 from accounts
INSERT INTO `godwit_copy_accounts_kind_31b01516` (`id`, `kind`)
SELECT `id`, `kind` FROM `accounts`;

-- drop_column accounts.kind
ALTER TABLE `accounts` DROP COLUMN `kind`;
