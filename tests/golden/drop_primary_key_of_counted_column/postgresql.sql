-- drop_primary_key seats
ALTER TABLE "seats" DROP CONSTRAINT "seats_pkey";
