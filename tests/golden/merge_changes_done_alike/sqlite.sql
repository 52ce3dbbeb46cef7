-- add_column books.subtitle
ALTER TABLE "books" ADD COLUMN "subtitle" TEXT CHECK (length("subtitle") <= 80);

-- add_column books.edition
ALTER TABLE "books" ADD COLUMN "edition" INTEGER NOT NULL DEFAULT 1;

-- rename_column books.title to name
ALTER TABLE "books" RENAME COLUMN "title" TO "name";

-- drop_index books.(pages)
DROP INDEX "books_pages_idx";

-- add_index books.books_pages_chapters_idx
CREATE INDEX "books_pages_chapters_idx" ON "books" ("pages", "chapters");

-- drop_column books.name
DROP INDEX "books_title_idx";

-- drop_column books.name
ALTER TABLE "books" DROP COLUMN "name";
