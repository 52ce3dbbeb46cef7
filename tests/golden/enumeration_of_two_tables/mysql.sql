-- create_table doors
CREATE TABLE `doors` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `colour` enum('red', 'green') NOT NULL,
    `inside` enum('red', 'green') NOT NULL DEFAULT 'green',
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- create_table windows
CREATE TABLE `windows` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `frame` enum('red', 'green'),
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
