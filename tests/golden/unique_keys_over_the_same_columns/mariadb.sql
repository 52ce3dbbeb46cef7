-- create_table seats
CREATE TABLE `seats` (
    `number` int NOT NULL,
    `place` int NOT NULL,
    PRIMARY KEY (`number`),
    UNIQUE INDEX `seats_number_key` (`number`),
    UNIQUE INDEX `seats_place_key` (`place`),
    UNIQUE INDEX `one_place` (`place`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
