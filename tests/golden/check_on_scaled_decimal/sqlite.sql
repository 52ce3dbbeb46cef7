-- create_table amounts
CREATE TABLE "amounts" (
    "total" INTEGER NOT NULL CHECK ("total" BETWEEN -999999999999 AND 999999999999),
    "paid" INTEGER NOT NULL CHECK ("paid" BETWEEN -999999999999 AND 999999999999),
    CONSTRAINT "amounts_not_negative" CHECK (total >= 0 AND paid <= total)
) STRICT;
