-- create_table seats
CREATE TABLE "seats" (
    "seat_row" INT NOT NULL,
    PRIMARY KEY ("seat_row")
) STRICT;
