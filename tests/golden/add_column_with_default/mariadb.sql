-- add_column people.active, add_column people.balance, add_column people.locale
ALTER TABLE `people`
    ADD COLUMN `active` tinyint(1) NOT NULL DEFAULT 1,
    ADD COLUMN `balance` decimal(12, 2) NOT NULL DEFAULT -0.50,
    ADD COLUMN `locale` varchar(5) NOT NULL DEFAULT 'de_DE';
