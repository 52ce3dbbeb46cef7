-- add_primary_key seats
ALTER TABLE "seats" ADD CONSTRAINT "seats_pkey" PRIMARY KEY ("seat_row", "seat_number");
