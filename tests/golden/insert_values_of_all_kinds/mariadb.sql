-- insert_rows accounts, 1 row
INSERT INTO `accounts` (`name`, `balance`, `active`, `seen_at`, `settings`, `picture`, `created_at`, `updated_at`) VALUES ('back\\slash ? :name $$', 1234567890.5, true, '2025-02-17 14:30:00.25', '{"theme": "dark"}', x'89504e4700', CURRENT_TIMESTAMP(6), (CURRENT_TIMESTAMP));

-- insert_rows accounts, 1 row
INSERT INTO `accounts` (`name`, `seen_at`, `picture`) VALUES ('nobody', NULL, x'74657874');
