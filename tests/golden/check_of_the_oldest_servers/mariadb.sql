-- create_table dice
CREATE TABLE `dice` (
    `pips` int NOT NULL,
    CONSTRAINT `dice_have_six_sides` CHECK (pips BETWEEN 1 AND 6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
