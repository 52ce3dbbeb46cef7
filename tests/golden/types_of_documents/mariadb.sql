-- create_table things
CREATE TABLE `things` (
    `token` uuid NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    `plain` json NOT NULL DEFAULT '[]',
    `tags` json NOT NULL DEFAULT '[]',
    `sizes` json,
    `mood` varchar(63) NOT NULL DEFAULT 'good',
    CONSTRAINT `things_tags_check` CHECK (json_type(`tags`) = 'ARRAY'),
    CONSTRAINT `things_sizes_check` CHECK (json_type(`sizes`) = 'ARRAY'),
    CONSTRAINT `things_mood_check` CHECK (`mood` IN ('good', 'bad'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
