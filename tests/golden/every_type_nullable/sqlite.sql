-- create_table everything
CREATE TABLE "everything" (
    "tiny" INTEGER,
    "small" INTEGER,
    "whole" INTEGER,
    "big" INTEGER,
    "price" INTEGER CHECK ("price" BETWEEN -999999999999 AND 999999999999),
    "huge" TEXT,
    "short_text" TEXT CHECK (length("short_text") <= 50),
    "long_text" TEXT,
    "yes" INTEGER CHECK ("yes" IN (0, 1)),
    "day" TEXT,
    "wall_clock" TEXT,
    "instant" TEXT,
    "document" TEXT CHECK ("document" IS NULL OR json_valid("document")),
    "picture" BLOB,
    "token" TEXT COLLATE NOCASE CHECK (length("token") = 36),
    "mood" TEXT CONSTRAINT "everything_mood_check" CHECK ("mood" IN ('good', 'bad'))
) STRICT;
