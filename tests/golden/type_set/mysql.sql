-- create_table things
CREATE TABLE `things` (
    `days` set('mo', 'tu', 'it''s') NOT NULL DEFAULT 'mo,it''s'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
