-- create_table smiles
CREATE TABLE `smiles` (
    `smile` varchar(10) NOT NULL DEFAULT '😀',
    `grin` longtext NOT NULL DEFAULT ('😁')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
