-- create_table seats
CREATE TABLE "seats" (
    "seat_row" integer NOT NULL,
    CONSTRAINT "seat_key" PRIMARY KEY ("seat_row")
);
