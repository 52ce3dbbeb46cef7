-- create_table orders
CREATE TABLE `orders` (
    `id` uuid NOT NULL DEFAULT (uuid()),
    `user_id` uuid NOT NULL,
    `total` decimal(12, 2) NOT NULL,
    `status` enum('pending', 'paid', 'shipped', 'cancelled') NOT NULL DEFAULT 'pending',
    `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    `updated_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (`id`),
    CONSTRAINT `orders_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
    INDEX `orders_user_id_status_idx` (`user_id`, `status`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
