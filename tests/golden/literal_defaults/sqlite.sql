-- create_table defaults
CREATE TABLE "defaults" (
    "tiny" INTEGER NOT NULL DEFAULT -128,
    "big" INTEGER NOT NULL DEFAULT 9223372036854775807,
    "price" INTEGER NOT NULL DEFAULT 1250 CHECK ("price" BETWEEN -999999999999 AND 999999999999),
    "huge" TEXT NOT NULL DEFAULT '-123456789012345678901.5000',
    "short_text" TEXT NOT NULL DEFAULT 'it''s' CHECK (length("short_text") <= 50),
    "long_text" TEXT NOT NULL DEFAULT 'a
b',
    "yes" INTEGER NOT NULL DEFAULT 1 CHECK ("yes" IN (0, 1)),
    "no" INTEGER NOT NULL DEFAULT 0 CHECK ("no" IN (0, 1)),
    "day" TEXT NOT NULL DEFAULT '2024-02-29',
    "wall_clock" TEXT NOT NULL DEFAULT '2024-02-29 12:30:00',
    "instant" TEXT NOT NULL DEFAULT '2024-02-29T12:30:00Z',
    "document" TEXT NOT NULL DEFAULT '{"a": [1, null]}' CHECK (json_valid("document")),
    "token" TEXT COLLATE NOCASE NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8' CHECK (length("token") = 36),
    "mood" TEXT NOT NULL DEFAULT 'bad' CONSTRAINT "defaults_mood_check" CHECK ("mood" IN ('good', 'bad'))
) STRICT;
