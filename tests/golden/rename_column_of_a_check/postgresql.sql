-- rename_column people.age to years
ALTER TABLE "people" RENAME COLUMN "age" TO "years";
