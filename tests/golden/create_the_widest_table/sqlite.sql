-- create_table wide
CREATE TABLE "wide" (
    "body" TEXT NOT NULL CHECK (length("body") <= 16380),
    "rest" TEXT NOT NULL
) STRICT;
