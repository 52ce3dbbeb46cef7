-- add_column keyless.seen
ALTER TABLE `keyless` ADD COLUMN `seen` tinyint(1) NOT NULL DEFAULT 0;

-- add_column keyless.id
ALTER TABLE `keyless`
    ADD COLUMN `id` bigint NOT NULL AUTO_INCREMENT,
    ADD PRIMARY KEY (`id`);
