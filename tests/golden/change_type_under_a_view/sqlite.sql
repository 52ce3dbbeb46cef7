-- create_view titles
CREATE VIEW "titles" AS
SELECT title FROM articles;

-- change_type articles.title
CREATE TABLE "godwit_new_articles" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "author_id" INTEGER NOT NULL CONSTRAINT "articles_author_id_fkey" REFERENCES "authors" ("id"),
    "title" /* As printed. */ TEXT CHECK (length("title") <= 120),
    "words" INTEGER NOT NULL DEFAULT 0,
    "published" INTEGER NOT NULL DEFAULT 0 CHECK ("published" IN (0, 1)),
    CONSTRAINT "articles_once" UNIQUE ("author_id", "title"),
    CONSTRAINT "articles_have_words" CHECK (words >= 0)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_articles', seq FROM sqlite_sequence WHERE name = 'articles';
INSERT INTO "godwit_new_articles" ("id", "author_id", "title", "words", "published")
    SELECT "id", "author_id", "title", "words", "published"
    FROM "articles" ORDER BY rowid;
DROP TABLE "articles";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_articles" RENAME TO "articles";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "articles_title_idx" ON "articles" ("title");
