-- update_rows accounts
UPDATE `accounts` SET `active` = false, `seen_at` = NULL
WHERE `name` = 'Ada' AND `seen_at` IS NULL AND (balance = 0);

-- update_rows accounts
UPDATE `accounts` SET `name` = (upper(name));
