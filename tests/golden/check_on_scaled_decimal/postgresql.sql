-- create_table amounts
CREATE TABLE "amounts" (
    "total" numeric(12, 2) NOT NULL,
    "paid" numeric(12, 2) NOT NULL,
    CONSTRAINT "amounts_not_negative" CHECK (total >= 0 AND paid <= total)
);
