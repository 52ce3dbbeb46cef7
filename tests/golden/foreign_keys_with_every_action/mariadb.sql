-- create_table children
CREATE TABLE `children` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `a` bigint,
    `b` bigint,
    `c` bigint,
    `d` bigint,
    PRIMARY KEY (`id`),
    CONSTRAINT `children_a_fkey` FOREIGN KEY (`a`) REFERENCES `parents` (`id`),
    CONSTRAINT `children_b_fkey` FOREIGN KEY (`b`) REFERENCES `parents` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT `children_c_fkey` FOREIGN KEY (`c`) REFERENCES `parents` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT `children_d_fkey` FOREIGN KEY (`d`) REFERENCES `parents` (`id`) ON DELETE SET NULL ON UPDATE SET NULL,
    INDEX `children_a_fkey` (`a`),
    INDEX `children_b_fkey` (`b`),
    INDEX `children_c_fkey` (`c`),
    INDEX `children_d_fkey` (`d`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
