-- create_table godwit_copy_accounts_9b7fdb57
CREATE TABLE `godwit_copy_accounts_9b7fdb57` (
    `id` bigint NOT NULL,
    `name` varchar(80),
    `balance` decimal(12, 2),
    `active` tinyint(1),
    `kind` varchar(255),
    `seen_at` datetime(6),
    `settings` json,
    `picture` longblob,
    `created_at` datetime(6),
    `updated_at` datetime(6),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- copy_rows godwit_copy_accounts_9b7fdb57 from accounts
INSERT INTO `godwit_copy_accounts_9b7fdb57` (`id`, `name`, `balance`, `active`, `kind`, `seen_at`, `settings`, `picture`, `created_at`, `updated_at`)
SELECT `id`, `name`, `balance`, `active`, `kind`, `seen_at`, `settings`, `picture`, `created_at`, `updated_at` FROM `accounts`;

-- drop_table accounts
DROP TABLE `accounts`;
