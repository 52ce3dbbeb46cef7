-- create_table everything
CREATE TABLE "everything" (
    "tiny" INTEGER NOT NULL,
    "small" INTEGER NOT NULL,
    "whole" INTEGER NOT NULL,
    "big" INTEGER NOT NULL,
    "price" INTEGER NOT NULL CHECK ("price" BETWEEN -999999999999 AND 999999999999),
    "huge" TEXT NOT NULL,
    "short_text" TEXT NOT NULL CHECK (length("short_text") <= 50),
    "long_text" TEXT NOT NULL,
    "yes" INTEGER NOT NULL CHECK ("yes" IN (0, 1)),
    "day" TEXT NOT NULL,
    "wall_clock" TEXT NOT NULL,
    "instant" TEXT NOT NULL,
    "document" TEXT NOT NULL CHECK (json_valid("document")),
    "picture" BLOB NOT NULL,
    "token" TEXT COLLATE NOCASE NOT NULL CHECK (length("token") = 36),
    "mood" TEXT NOT NULL CONSTRAINT "everything_mood_check" CHECK ("mood" IN ('good', 'bad'))
) STRICT;
