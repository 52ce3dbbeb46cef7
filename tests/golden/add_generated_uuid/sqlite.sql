-- add_column people.token
CREATE TABLE "godwit_new_people" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" /* As on the passport. */ TEXT NOT NULL CHECK (length("name") <= 80),
    "age" INTEGER,
    "token" TEXT COLLATE NOCASE NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))) CHECK (length("token") = 36),
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
