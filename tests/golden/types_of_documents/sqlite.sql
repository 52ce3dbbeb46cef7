-- create_table things
CREATE TABLE "things" (
    "token" TEXT COLLATE NOCASE NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8' CHECK (length("token") = 36),
    "plain" TEXT NOT NULL DEFAULT '[]' CHECK (json_valid("plain")),
    "tags" TEXT NOT NULL DEFAULT '[]' CHECK (CASE WHEN json_valid("tags") THEN json_type("tags") = 'array' ELSE 0 END),
    "sizes" TEXT CHECK ("sizes" IS NULL OR CASE WHEN json_valid("sizes") THEN json_type("sizes") = 'array' ELSE 0 END),
    "mood" TEXT NOT NULL DEFAULT 'good' CONSTRAINT "things_mood_check" CHECK ("mood" IN ('good', 'bad'))
) STRICT;
