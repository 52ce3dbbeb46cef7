-- add_column people.created_at, add_column people.updated_at
CREATE TABLE "godwit_new_people" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" /* As on the passport. */ TEXT NOT NULL CHECK (length("name") <= 80),
    "age" INTEGER,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "people_age_is_sane" CHECK (age BETWEEN 0 AND 150)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_people', seq FROM sqlite_sequence WHERE name = 'people';
INSERT INTO "godwit_new_people" ("id", "name", "age")
    SELECT "id", "name", "age"
    FROM "people" ORDER BY rowid;
DROP TABLE "people";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_people" RENAME TO "people";
PRAGMA legacy_alter_table = OFF;
