-- create_table windows
CREATE TABLE `windows` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `frame` enum('red', 'green') NOT NULL DEFAULT 'red',
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- change_enum colour adds blue
ALTER TABLE `windows` MODIFY COLUMN `frame` enum('red', 'green', 'blue') NOT NULL DEFAULT 'red';
