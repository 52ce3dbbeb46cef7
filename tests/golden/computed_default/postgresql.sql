-- create_table sums
CREATE TABLE "sums" (
    "total" integer NOT NULL DEFAULT (1 + 1),
    "word" varchar(20) NOT NULL DEFAULT (lower('ABC'))
);
