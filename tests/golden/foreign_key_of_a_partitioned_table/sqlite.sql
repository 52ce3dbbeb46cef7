-- create_table pages
CREATE TABLE "pages" (
    "number" INT NOT NULL,
    PRIMARY KEY ("number")
) STRICT;

-- add_foreign_key visits.visits_page_fkey
CREATE TABLE "godwit_new_visits" (
    "page" INTEGER NOT NULL CONSTRAINT "visits_page_fkey" REFERENCES "pages" ("number"),
    "day" INTEGER NOT NULL
) STRICT;
INSERT INTO "godwit_new_visits" ("page", "day")
    SELECT "page", "day"
    FROM "visits" ORDER BY rowid;
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
