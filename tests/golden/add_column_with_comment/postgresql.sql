-- add_column people.height
ALTER TABLE "people" ADD COLUMN "height" integer;

-- add_column people.height
COMMENT ON COLUMN "people"."height" IS 'In millimetres.';
