-- create_table seats
CREATE TABLE "seats" (
    "number" INT NOT NULL,
    "place" INTEGER NOT NULL,
    PRIMARY KEY ("number"),
    CONSTRAINT "seats_number_key" UNIQUE ("number"),
    CONSTRAINT "seats_place_key" UNIQUE ("place"),
    CONSTRAINT "one_place" UNIQUE ("place")
) STRICT;
