-- create_table things
CREATE TABLE "things" (
    "token" uuid NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    "plain" json NOT NULL DEFAULT '[]',
    "tags" text[] NOT NULL DEFAULT '{}',
    "sizes" numeric(6, 2)[],
    "mood" text NOT NULL DEFAULT 'good' CONSTRAINT "things_mood_check" CHECK ("mood" IN ('good', 'bad'))
);
