-- create_table seats
CREATE TABLE "seats" (
    "seat_row" integer NOT NULL,
    "seat_number" integer NOT NULL,
    "label" varchar(10) NOT NULL,
    "price" integer,
    CONSTRAINT "seats_pkey" PRIMARY KEY ("seat_row", "seat_number"),
    CONSTRAINT "seats_label_key" UNIQUE ("label"),
    CONSTRAINT "one_label" UNIQUE ("seat_number", "label"),
    CONSTRAINT "seats_price_is_positive" CHECK (price > 0)
);

-- create_table seats
CREATE INDEX "seats_price_idx" ON "seats" ("price");

-- create_table seats
CREATE INDEX "by_label" ON "seats" ("label", "price");
