-- drop_primary_key seats
ALTER TABLE "seats" DROP CONSTRAINT "seat_key";
