-- add_column articles.created_at, add_column articles.updated_at, add_column articles.heading
ALTER TABLE `articles`
    ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN `updated_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN `heading` varchar(80);

-- set_not_null articles.heading
UPDATE `articles` SET `heading` = `title`, `updated_at` = `updated_at` WHERE `heading` IS NULL;

-- set_not_null articles.heading
ALTER TABLE `articles` MODIFY COLUMN `heading` varchar(80) NOT NULL;
