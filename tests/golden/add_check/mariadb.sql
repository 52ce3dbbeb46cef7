-- add_check seats.seats_row_is_positive
ALTER TABLE `seats` ADD CONSTRAINT `seats_row_is_positive` CHECK (seat_row > 0);
