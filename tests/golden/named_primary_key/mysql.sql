-- create_table seats
CREATE TABLE `seats` (
    `seat_row` int NOT NULL,
    PRIMARY KEY (`seat_row`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
