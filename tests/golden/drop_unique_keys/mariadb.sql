-- drop_unique_key seats.(seat_number, label), drop_unique_key seats.seats_label_key
ALTER TABLE `seats`
    DROP INDEX `one_label`,
    DROP INDEX `seats_label_key`;
