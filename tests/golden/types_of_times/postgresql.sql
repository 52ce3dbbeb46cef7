-- create_table things
CREATE TABLE "things" (
    "opens" time(6) NOT NULL DEFAULT '08:30:00',
    "closes" time(0),
    "lasts" interval NOT NULL DEFAULT '0:01:30.000000',
    "built" smallint NOT NULL DEFAULT 1999 CONSTRAINT "things_built_check" CHECK ("built" BETWEEN 1901 AND 2155),
    "seen" timestamptz(0) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid" timestamptz(3) NOT NULL DEFAULT '2024-02-29 12:30:00.5'
);
