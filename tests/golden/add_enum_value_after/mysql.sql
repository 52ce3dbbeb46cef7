-- change_enum colour adds it's
ALTER TABLE `doors`
    MODIFY COLUMN `colour` enum('red', 'it''s', 'green') NOT NULL,
    MODIFY COLUMN `inside` enum('red', 'it''s', 'green') NOT NULL DEFAULT 'green';
