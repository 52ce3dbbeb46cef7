-- create_table accounts
CREATE TABLE `accounts` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `name` varchar(80) NOT NULL,
    `kind` enum('private', 'company') NOT NULL,
    `added` int NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- copy_rows accounts from godwit_copy_accounts_9b7fdb57
INSERT INTO `accounts` (`id`, `name`, `kind`)
SELECT `id`, `name`, `kind` FROM `godwit_copy_accounts_9b7fdb57`;

-- drop_table godwit_copy_accounts_9b7fdb57
DROP TABLE IF EXISTS `godwit_copy_accounts_9b7fdb57`;
