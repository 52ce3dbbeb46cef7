-- create_table seats
CREATE TABLE `seats` (
    `seat_row` int NOT NULL,
    `seat_number` int NOT NULL,
    `label` varchar(10) NOT NULL,
    `price` int,
    PRIMARY KEY (`seat_row`, `seat_number`),
    UNIQUE INDEX `seats_label_key` (`label`),
    UNIQUE INDEX `one_label` (`seat_number`, `label`),
    CONSTRAINT `seats_price_is_positive` CHECK (price > 0),
    INDEX `seats_price_idx` (`price`),
    INDEX `by_label` (`label`, `price`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
