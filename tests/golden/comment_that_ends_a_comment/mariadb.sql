-- create_table smiles
CREATE TABLE `smiles` (
    `id` bigint NOT NULL AUTO_INCREMENT COMMENT '/* twice */',
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
