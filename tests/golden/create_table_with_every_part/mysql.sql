-- create_table projects
CREATE TABLE `projects` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `code` varchar(20) NOT NULL,
    `priority` int NOT NULL DEFAULT 3,
    `starts_on` date NOT NULL,
    `ends_on` date,
    PRIMARY KEY (`id`),
    UNIQUE INDEX `projects_code_key` (`code`),
    CONSTRAINT `projects_ends_after_start` CHECK (ends_on >= starts_on),
    INDEX `projects_priority_starts_on_idx` (`priority`, `starts_on`),
    UNIQUE INDEX `one_start_a_day` (`starts_on`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT 'What we work on.';
