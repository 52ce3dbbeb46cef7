-- create_table everything
CREATE TYPE "mood" AS ENUM ('good', 'bad');

-- create_table everything
CREATE TABLE "everything" (
    "tiny" smallint,
    "small" smallint,
    "whole" integer,
    "big" bigint,
    "price" numeric(12, 2),
    "huge" numeric(65, 30),
    "short_text" varchar(50),
    "long_text" text,
    "yes" boolean,
    "day" date,
    "wall_clock" timestamp(6),
    "instant" timestamptz(6),
    "document" jsonb,
    "picture" bytea,
    "token" uuid,
    "mood" "mood"
);
