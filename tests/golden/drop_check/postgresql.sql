-- drop_check seats.seats_price_is_positive
ALTER TABLE "seats" DROP CONSTRAINT "seats_price_is_positive";
