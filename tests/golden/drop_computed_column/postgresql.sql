-- drop_column rows.twice
ALTER TABLE "rows" DROP COLUMN "twice";
