-- create_table seats
CREATE TABLE "seats" (
    "number" integer NOT NULL,
    "place" integer NOT NULL,
    CONSTRAINT "seats_pkey" PRIMARY KEY ("number"),
    CONSTRAINT "seats_place_key" UNIQUE ("place")
);

-- create_table seats
ALTER TABLE "seats" ADD CONSTRAINT "seats_number_key" UNIQUE ("number");

-- create_table seats
ALTER TABLE "seats" ADD CONSTRAINT "one_place" UNIQUE ("place");
