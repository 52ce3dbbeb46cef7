-- drop_foreign_key books.(author_id), add_foreign_key books.books_author_id_fkey
CREATE TABLE "godwit_new_books" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "author_id" INTEGER CONSTRAINT "books_author_id_fkey" REFERENCES "authors" ("id") ON DELETE CASCADE,
    "title" TEXT NOT NULL CHECK (length("title") <= 80),
    "pages" INTEGER NOT NULL,
    "chapters" INTEGER NOT NULL
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
