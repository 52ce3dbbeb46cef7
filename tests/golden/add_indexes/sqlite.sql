-- add_index seats.seats_label_seat_row_idx
CREATE INDEX "seats_label_seat_row_idx" ON "seats" ("label", "seat_row");

-- add_index seats.one_number
CREATE UNIQUE INDEX "one_number" ON "seats" ("seat_number");
