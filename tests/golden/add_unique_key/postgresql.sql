-- add_unique_key seats.seats_label_key
ALTER TABLE "seats" ADD CONSTRAINT "seats_label_key" UNIQUE ("label");
