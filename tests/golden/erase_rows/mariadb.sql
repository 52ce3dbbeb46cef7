-- erase_rows accounts
DELETE FROM `accounts`
WHERE `id` = 1;

-- erase_rows memberships
DELETE FROM `memberships`
WHERE (points IS NULL);

-- erase_rows memberships
DELETE FROM `memberships`;
