-- create_table children
CREATE TABLE `children` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `land` int NOT NULL,
    `code` varchar(10) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `child_of` FOREIGN KEY (`land`, `code`) REFERENCES `parents` (`land`, `code`) ON UPDATE CASCADE,
    INDEX `child_of` (`land`, `code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
