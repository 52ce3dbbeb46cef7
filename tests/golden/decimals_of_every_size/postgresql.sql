-- create_table amounts
CREATE TABLE "amounts" (
    "digit" numeric(1, 0) NOT NULL DEFAULT 7,
    "fraction" numeric(4, 4) NOT NULL DEFAULT -0.0001,
    "scaled" numeric(18, 6) NOT NULL DEFAULT 0.1,
    "exact" numeric(19, 6) NOT NULL DEFAULT 0.1
);
