-- rename_column visits.day to on
ALTER TABLE "visits" RENAME COLUMN "day" TO "on";
