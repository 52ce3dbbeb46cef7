-- add_column people.lucky
ALTER TABLE "people" ADD COLUMN "lucky" integer NOT NULL DEFAULT (3 + 4);
