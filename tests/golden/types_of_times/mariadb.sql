-- create_table things
CREATE TABLE `things` (
    `opens` time(6) NOT NULL DEFAULT '08:30:00',
    `closes` time,
    `lasts` bigint NOT NULL DEFAULT 90000000,
    `built` year NOT NULL DEFAULT 1999,
    `seen` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    `paid` timestamp(3) NOT NULL DEFAULT '2024-02-29 12:30:00.5'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
