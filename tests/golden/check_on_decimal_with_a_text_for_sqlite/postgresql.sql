-- create_table amounts
CREATE TABLE "amounts" (
    "total" numeric(12, 2) NOT NULL,
    CONSTRAINT "amounts_at_least_one" CHECK (total >= 1)
);
