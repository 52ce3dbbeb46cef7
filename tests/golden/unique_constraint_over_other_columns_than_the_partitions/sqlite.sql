-- add_unique_key visits.visits_page_key
CREATE TABLE "godwit_new_visits" (
    "page" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    CONSTRAINT "visits_page_key" UNIQUE ("page")
) STRICT;
INSERT INTO "godwit_new_visits" ("page", "day")
    SELECT "page", "day"
    FROM "visits" ORDER BY rowid;
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
