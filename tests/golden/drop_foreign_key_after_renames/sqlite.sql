-- drop_foreign_key young.(elder_id)
CREATE TABLE "godwit_new_young" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "elder_id" INTEGER,
    "name" TEXT NOT NULL CHECK (length("name") <= 40)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_young', seq FROM sqlite_sequence WHERE name = 'young';
INSERT INTO "godwit_new_young" ("id", "elder_id", "name")
    SELECT "id", "elder_id", "name"
    FROM "young" ORDER BY rowid;
DROP TABLE "young";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_young" RENAME TO "young";
PRAGMA legacy_alter_table = OFF;
