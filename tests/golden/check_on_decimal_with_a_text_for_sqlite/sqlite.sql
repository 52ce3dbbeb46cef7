-- create_table amounts
CREATE TABLE "amounts" (
    "total" INTEGER NOT NULL CHECK ("total" BETWEEN -999999999999 AND 999999999999),
    CONSTRAINT "amounts_at_least_one" CHECK (total >= 100)
) STRICT;
