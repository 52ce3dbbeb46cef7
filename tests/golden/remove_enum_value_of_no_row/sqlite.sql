-- change_enum colour removes green
SELECT count(*) FROM "windows" WHERE "frame" = 'green';

-- change_enum colour removes green
CREATE TABLE "godwit_new_windows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "frame" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "windows_frame_check" CHECK ("frame" IN ('red'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_windows', seq FROM sqlite_sequence WHERE name = 'windows';
INSERT INTO "godwit_new_windows" ("id", "frame")
    SELECT "id", "frame"
    FROM "windows" ORDER BY rowid;
DROP TABLE "windows";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_windows" RENAME TO "windows";
PRAGMA legacy_alter_table = OFF;
