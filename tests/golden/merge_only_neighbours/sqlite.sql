-- add_column books.summary
ALTER TABLE "books" ADD COLUMN "summary" TEXT;

-- add_column authors.life
ALTER TABLE "authors" ADD COLUMN "life" TEXT;

-- add_column books.blurb
ALTER TABLE "books" ADD COLUMN "blurb" TEXT;
