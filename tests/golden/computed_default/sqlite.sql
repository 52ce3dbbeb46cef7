-- create_table sums
CREATE TABLE "sums" (
    "total" INTEGER NOT NULL DEFAULT (1 + 1),
    "word" TEXT NOT NULL DEFAULT (lower('ABC')) CHECK (length("word") <= 20)
) STRICT;
