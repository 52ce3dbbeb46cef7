-- create_table amounts
CREATE TABLE "amounts" (
    "total" numeric(20, 2) NOT NULL,
    CONSTRAINT "amounts_not_negative" CHECK (total >= 0)
);
