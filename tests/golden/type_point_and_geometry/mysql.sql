-- create_table things
CREATE TABLE `things` (
    `place` point SRID 4326 NOT NULL,
    `outline` geometry SRID 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
