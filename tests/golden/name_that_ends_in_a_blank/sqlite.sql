-- create_table blank
CREATE TABLE "blank" (
    "n " INTEGER NOT NULL
) STRICT;
