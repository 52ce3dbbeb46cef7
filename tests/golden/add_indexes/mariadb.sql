-- add_index seats.seats_label_seat_row_idx, add_index seats.one_number
ALTER TABLE `seats`
    ADD INDEX `seats_label_seat_row_idx` (`label`, `seat_row`),
    ADD UNIQUE INDEX `one_number` (`seat_number`);
