-- create_table it's a "table" `with` \ everything
CREATE TABLE `it's a "table" ``with`` \ everything` (
    `select` bigint NOT NULL AUTO_INCREMENT,
    `:name` varchar(20) NOT NULL,
    `what?` int NOT NULL DEFAULT 1,
    `100%` int,
    `möglich` enum('yes', 'no'),
    `order by` bigint,
    PRIMARY KEY (`select`),
    UNIQUE INDEX `it's a "table" ``with`` \ everything_100%_key` (`100%`),
    CONSTRAINT `che'ck "this"` CHECK (1 = 1),
    CONSTRAINT `it's a "table" ``with`` \ everything_order by_fkey` FOREIGN KEY (`order by`) REFERENCES `it's a "table" ``with`` \ everything` (`select`),
    INDEX `i'n"d``e?x` (`:name`, `what?`),
    INDEX `it's a "table" ``with`` \ everything_order by_fkey` (`order by`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
