-- add_unique_key seats.seats_label_key
ALTER TABLE `seats` ADD UNIQUE INDEX `seats_label_key` (`label`);
