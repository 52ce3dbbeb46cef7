-- create_table everything
CREATE TYPE "mood" AS ENUM ('good', 'bad');

-- create_table everything
CREATE TABLE "everything" (
    "tiny" smallint NOT NULL,
    "small" smallint NOT NULL,
    "whole" integer NOT NULL,
    "big" bigint NOT NULL,
    "price" numeric(12, 2) NOT NULL,
    "huge" numeric(65, 30) NOT NULL,
    "short_text" varchar(50) NOT NULL,
    "long_text" text NOT NULL,
    "yes" boolean NOT NULL,
    "day" date NOT NULL,
    "wall_clock" timestamp(6) NOT NULL,
    "instant" timestamptz(6) NOT NULL,
    "document" jsonb NOT NULL,
    "picture" bytea NOT NULL,
    "token" uuid NOT NULL,
    "mood" "mood" NOT NULL
);
