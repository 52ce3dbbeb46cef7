-- add_column articles.printed_on
ALTER TABLE "articles" ADD COLUMN "printed_on" date;

-- set_default articles.printed_on
ALTER TABLE "articles" ALTER COLUMN "printed_on" SET DEFAULT CURRENT_DATE;
