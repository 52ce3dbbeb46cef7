-- drop_unique_key seats.(seat_number, label)
ALTER TABLE "seats" DROP CONSTRAINT "one_label";

-- drop_unique_key seats.seats_label_key
ALTER TABLE "seats" DROP CONSTRAINT "seats_label_key";
