-- rename_column people.name to full_name
ALTER TABLE "people" RENAME COLUMN "name" TO "full_name";
