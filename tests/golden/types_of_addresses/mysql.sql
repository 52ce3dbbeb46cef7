-- create_table things
CREATE TABLE `things` (
    `host` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '192.0.2.1',
    `network` varchar(49) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '192.0.2.0/24',
    `card` char(17) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '08:00:2b:01:02:03',
    CONSTRAINT `things_host_check` CHECK (`host` IS NULL OR is_ipv4(`host`) OR is_ipv6(`host`)),
    CONSTRAINT `things_network_check` CHECK (`network` IS NULL OR is_ipv4(substring_index(`network`, '/', 1)) OR is_ipv6(substring_index(`network`, '/', 1))),
    CONSTRAINT `things_card_check` CHECK (`card` REGEXP '^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
