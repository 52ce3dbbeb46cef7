-- add_column people.Name
ALTER TABLE "people" ADD COLUMN "Name" text;
