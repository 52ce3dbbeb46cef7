-- add_column people.token
ALTER TABLE `people` ADD COLUMN `token` uuid NOT NULL DEFAULT (uuid());
