-- create_table dice
CREATE TABLE "dice" (
    "pips" integer NOT NULL,
    CONSTRAINT "dice_have_six_sides" CHECK (pips BETWEEN 1 AND 6)
);
