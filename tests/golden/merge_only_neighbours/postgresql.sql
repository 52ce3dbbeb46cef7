-- add_column books.summary
ALTER TABLE "books" ADD COLUMN "summary" text;

-- add_column authors.life
ALTER TABLE "authors" ADD COLUMN "life" text;

-- add_column books.blurb
ALTER TABLE "books" ADD COLUMN "blurb" text;
