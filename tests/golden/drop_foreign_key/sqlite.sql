-- drop_foreign_key children.(parent_id)
CREATE TABLE "godwit_new_children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "parent_id" INTEGER,
    "name" TEXT NOT NULL CHECK (length("name") <= 40)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_children', seq FROM sqlite_sequence WHERE name = 'children';
INSERT INTO "godwit_new_children" ("id", "parent_id", "name")
    SELECT "id", "parent_id", "name"
    FROM "children" ORDER BY rowid;
DROP TABLE "children";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_children" RENAME TO "children";
PRAGMA legacy_alter_table = OFF;
