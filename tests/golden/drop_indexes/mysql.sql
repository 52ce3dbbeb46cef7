-- drop_index seats.by_label, drop_index seats.(price)
ALTER TABLE `seats`
    DROP INDEX `by_label`,
    DROP INDEX `seats_price_idx`;
