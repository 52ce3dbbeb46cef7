-- rename_column books.pages to swap
ALTER TABLE "books" RENAME COLUMN "pages" TO "swap";

-- rename_column books.chapters to pages
ALTER TABLE "books" RENAME COLUMN "chapters" TO "pages";

-- rename_column books.swap to chapters
ALTER TABLE "books" RENAME COLUMN "swap" TO "chapters";
