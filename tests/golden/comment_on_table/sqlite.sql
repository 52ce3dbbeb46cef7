-- set_table_comment notes
CREATE TABLE "godwit_new_notes" ( /* Slips. */
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL CHECK (length("title") <= 80)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_notes', seq FROM sqlite_sequence WHERE name = 'notes';
INSERT INTO "godwit_new_notes" ("id", "title")
    SELECT "id", "title"
    FROM "notes" ORDER BY rowid;
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
