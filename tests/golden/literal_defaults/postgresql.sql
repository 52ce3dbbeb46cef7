-- create_table defaults
CREATE TYPE "mood" AS ENUM ('good', 'bad');

-- create_table defaults
CREATE TABLE "defaults" (
    "tiny" smallint NOT NULL DEFAULT -128,
    "big" bigint NOT NULL DEFAULT 9223372036854775807,
    "price" numeric(12, 2) NOT NULL DEFAULT 12.5,
    "huge" numeric(25, 4) NOT NULL DEFAULT -123456789012345678901.5,
    "short_text" varchar(50) NOT NULL DEFAULT 'it''s',
    "long_text" text NOT NULL DEFAULT 'a
b',
    "yes" boolean NOT NULL DEFAULT true,
    "no" boolean NOT NULL DEFAULT false,
    "day" date NOT NULL DEFAULT '2024-02-29',
    "wall_clock" timestamp(0) NOT NULL DEFAULT '2024-02-29 12:30:00',
    "instant" timestamptz(0) NOT NULL DEFAULT '2024-02-29 12:30:00',
    "document" jsonb NOT NULL DEFAULT '{"a": [1, null]}',
    "token" uuid NOT NULL DEFAULT '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    "mood" "mood" NOT NULL DEFAULT 'bad'
);
