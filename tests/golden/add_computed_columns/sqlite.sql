-- add_column lines.total, add_column lines.shout
CREATE TABLE "godwit_new_lines" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "pieces" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 40),
    "total" INTEGER NOT NULL GENERATED ALWAYS AS (pieces * price) STORED,
    "shout" TEXT GENERATED ALWAYS AS (upper(name)) STORED CHECK (length("shout") <= 40)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_lines', seq FROM sqlite_sequence WHERE name = 'lines';
INSERT INTO "godwit_new_lines" ("id", "pieces", "price", "name")
    SELECT "id", "pieces", "price", "name"
    FROM "lines" ORDER BY rowid;
DROP TABLE "lines";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_lines" RENAME TO "lines";
PRAGMA legacy_alter_table = OFF;
