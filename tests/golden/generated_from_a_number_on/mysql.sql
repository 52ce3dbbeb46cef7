-- create_table invoices
CREATE TABLE `invoices` (
    `number` bigint NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin AUTO_INCREMENT=1000;
