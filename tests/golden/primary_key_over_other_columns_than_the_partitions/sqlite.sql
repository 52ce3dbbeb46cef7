-- add_primary_key visits
CREATE TABLE "godwit_new_visits" (
    "page" INT NOT NULL,
    "day" INTEGER NOT NULL,
    PRIMARY KEY ("page")
) STRICT;
INSERT INTO "godwit_new_visits" ("page", "day")
    SELECT "page", "day"
    FROM "visits" ORDER BY rowid;
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
