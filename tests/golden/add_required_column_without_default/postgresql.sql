-- add_column people.height
ALTER TABLE "people" ADD COLUMN "height" integer NOT NULL;
