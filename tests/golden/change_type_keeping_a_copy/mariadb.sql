-- create_table godwit_copy_accounts_balance_db2ddee6
CREATE TABLE `godwit_copy_accounts_balance_db2ddee6` (
    `id` bigint NOT NULL,
    `godwit_before` decimal(12, 2),
    `godwit_after` bigint,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- copy_rows godwit_copy_accounts_balance_db2ddee6 from accounts
INSERT INTO `godwit_copy_accounts_balance_db2ddee6` (`id`, `godwit_before`)
SELECT `id`, `balance` FROM `accounts`;

-- change_type accounts.balance
ALTER TABLE `accounts` MODIFY COLUMN `balance` bigint NOT NULL DEFAULT 0;

-- copy_column godwit_copy_accounts_balance_db2ddee6.godwit_after from accounts.balance
UPDATE `godwit_copy_accounts_balance_db2ddee6` SET `godwit_after` = (SELECT `accounts`.`balance` FROM `accounts` WHERE `accounts`.`id` = `godwit_copy_accounts_balance_db2ddee6`.`id`)
WHERE EXISTS (SELECT 1 FROM `accounts` WHERE `accounts`.`id` = `godwit_copy_accounts_balance_db2ddee6`.`id`);
