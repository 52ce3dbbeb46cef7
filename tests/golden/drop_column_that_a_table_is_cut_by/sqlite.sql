-- drop_column visits.day
ALTER TABLE "visits" DROP COLUMN "day";
