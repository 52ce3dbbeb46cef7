-- add_column articles.created_at, add_column articles.updated_at
ALTER TABLE `articles`
    ADD COLUMN `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN `updated_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);

-- set_column_comment articles.updated_at
ALTER TABLE `articles` MODIFY COLUMN `updated_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6) COMMENT 'When it was last touched.';

-- set_default articles.updated_at
ALTER TABLE `articles` MODIFY COLUMN `updated_at` datetime(6) NOT NULL ON UPDATE CURRENT_TIMESTAMP(6) COMMENT 'When it was last touched.';
