-- create_table things
CREATE TABLE `things` (
    `code` char(3) NOT NULL DEFAULT 'EUR',
    `tiny` tinytext NOT NULL DEFAULT ('a'),
    `small` text NOT NULL,
    `medium` mediumtext NOT NULL,
    `email` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_ci NOT NULL,
    `icon` tinyblob NOT NULL,
    `scan` mediumblob,
    `digest` binary(32) NOT NULL,
    `salt` varbinary(64) NOT NULL,
    `page` longtext,
    UNIQUE INDEX `things_email_key` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
