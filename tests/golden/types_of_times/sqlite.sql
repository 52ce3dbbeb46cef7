-- create_table things
CREATE TABLE "things" (
    "opens" TEXT NOT NULL DEFAULT '08:30:00',
    "closes" TEXT,
    "lasts" INTEGER NOT NULL DEFAULT 90000000,
    "built" INTEGER NOT NULL DEFAULT 1999 CHECK ("built" BETWEEN 1901 AND 2155),
    "seen" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    "paid" TEXT NOT NULL DEFAULT '2024-02-29T12:30:00.500Z'
) STRICT;
