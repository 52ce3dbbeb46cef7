-- create_table amounts
CREATE TABLE "amounts" (
    "total" numeric(12, 2) NOT NULL DEFAULT (1.5 * 2)
);
