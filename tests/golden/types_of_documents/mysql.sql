-- create_table things
CREATE TABLE `things` (
    `token` binary(16) NOT NULL DEFAULT x'6ba7b8109dad41d180b400c04fd430c8',
    `plain` json NOT NULL DEFAULT ('[]'),
    `tags` json NOT NULL DEFAULT ('[]'),
    `sizes` json,
    `mood` varchar(63) NOT NULL DEFAULT 'good',
    CONSTRAINT `things_tags_check` CHECK (json_type(`tags`) = 'ARRAY'),
    CONSTRAINT `things_sizes_check` CHECK (json_type(`sizes`) = 'ARRAY'),
    CONSTRAINT `things_mood_check` CHECK (`mood` IN ('good', 'bad'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
