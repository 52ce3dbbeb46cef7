-- create_table lines
CREATE TABLE "lines" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "pieces" INTEGER NOT NULL,
    "twice" INTEGER NOT NULL GENERATED ALWAYS AS (pieces * 2) VIRTUAL
) STRICT;
