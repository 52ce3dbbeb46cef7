-- create_table too_wide
CREATE TABLE "too_wide" (
    "body" TEXT NOT NULL CHECK (length("body") <= 16383),
    "rest" TEXT NOT NULL
) STRICT;
