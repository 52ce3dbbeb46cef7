-- create_table pairs
CREATE TABLE "pairs" (
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,
    PRIMARY KEY ("a", "b")
) STRICT, WITHOUT ROWID;
