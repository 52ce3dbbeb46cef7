-- change_enum colour removes green
CREATE TABLE "godwit_new_doors" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('red')),
    "inside" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "doors_inside_check" CHECK ("inside" IN ('red'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_doors', seq FROM sqlite_sequence WHERE name = 'doors';
INSERT INTO "godwit_new_doors" ("id", "colour", "inside")
    SELECT "id", CASE "colour" WHEN 'green' THEN 'red' ELSE "colour" END, CASE "inside" WHEN 'green' THEN 'red' ELSE "inside" END
    FROM "doors" ORDER BY rowid;
DROP TABLE "doors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_doors" RENAME TO "doors";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour removes green
CREATE TABLE "godwit_new_walls" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "paint" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red')),
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_walls', seq FROM sqlite_sequence WHERE name = 'walls';
INSERT INTO "godwit_new_walls" ("id", "paint", "created_at", "updated_at")
    SELECT "id", CASE "paint" WHEN 'green' THEN 'red' ELSE "paint" END, "created_at", "updated_at"
    FROM "walls" ORDER BY rowid;
DROP TABLE "walls";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_walls" RENAME TO "walls";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour removes green
CREATE TABLE "godwit_new_windows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "frame" TEXT CONSTRAINT "windows_frame_check" CHECK ("frame" IN ('red'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_windows', seq FROM sqlite_sequence WHERE name = 'windows';
INSERT INTO "godwit_new_windows" ("id", "frame")
    SELECT "id", CASE "frame" WHEN 'green' THEN 'red' ELSE "frame" END
    FROM "windows" ORDER BY rowid;
DROP TABLE "windows";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_windows" RENAME TO "windows";
PRAGMA legacy_alter_table = OFF;
