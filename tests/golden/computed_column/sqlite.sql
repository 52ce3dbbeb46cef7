-- create_table lines
CREATE TABLE "lines" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "pieces" INTEGER NOT NULL,
    "price" INTEGER,
    "total" INTEGER GENERATED ALWAYS AS (pieces * price) STORED,
    "twice" /* Of the pieces. */ INTEGER NOT NULL GENERATED ALWAYS AS (pieces * 2) STORED
) STRICT;
