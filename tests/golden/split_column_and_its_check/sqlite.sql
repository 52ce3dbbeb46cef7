-- add_check books.books_have_pages, add_check books.books_have_chapters, add_column books.weight, add_check books.books_weigh
CREATE TABLE "godwit_new_books" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "author_id" INTEGER CONSTRAINT "books_author_id_fkey" REFERENCES "authors" ("id"),
    "title" TEXT NOT NULL CHECK (length("title") <= 80),
    "pages" INTEGER NOT NULL,
    "chapters" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT (1 + 1),
    CONSTRAINT "books_have_pages" CHECK (pages > 0),
    CONSTRAINT "books_have_chapters" CHECK (CHAPTERS > 0 AND pages > 1),
    CONSTRAINT "books_weigh" CHECK (weight > 0)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_books', seq FROM sqlite_sequence WHERE name = 'books';
INSERT INTO "godwit_new_books" ("id", "author_id", "title", "pages", "chapters")
    SELECT "id", "author_id", "title", "pages", "chapters"
    FROM "books" ORDER BY rowid;
DROP TABLE "books";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_books" RENAME TO "books";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "books_title_idx" ON "books" ("title");
CREATE INDEX "books_pages_idx" ON "books" ("pages");
