-- drop_check seats.seats_price_is_positive
ALTER TABLE `seats` DROP CHECK `seats_price_is_positive`;
