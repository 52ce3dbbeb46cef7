-- add_column lines.total
ALTER TABLE "lines" ADD COLUMN "total" integer NOT NULL GENERATED ALWAYS AS (pieces * price) STORED;

-- add_column lines.shout
ALTER TABLE "lines" ADD COLUMN "shout" varchar(40) GENERATED ALWAYS AS (upper(name)) STORED;
