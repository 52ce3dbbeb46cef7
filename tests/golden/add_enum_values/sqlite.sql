-- change_enum colour adds blue
CREATE TABLE "godwit_new_doors" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('red', 'green', 'blue')),
    "inside" TEXT NOT NULL DEFAULT 'green' CONSTRAINT "doors_inside_check" CHECK ("inside" IN ('red', 'green', 'blue'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_doors', seq FROM sqlite_sequence WHERE name = 'doors';
INSERT INTO "godwit_new_doors" ("id", "colour", "inside")
    SELECT "id", "colour", "inside"
    FROM "doors" ORDER BY rowid;
DROP TABLE "doors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_doors" RENAME TO "doors";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds blue
CREATE TABLE "godwit_new_walls" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "paint" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'green', 'blue')),
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_walls', seq FROM sqlite_sequence WHERE name = 'walls';
INSERT INTO "godwit_new_walls" ("id", "paint", "created_at", "updated_at")
    SELECT "id", "paint", "created_at", "updated_at"
    FROM "walls" ORDER BY rowid;
DROP TABLE "walls";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_walls" RENAME TO "walls";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds blue
CREATE TABLE "godwit_new_windows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "frame" TEXT CONSTRAINT "windows_frame_check" CHECK ("frame" IN ('red', 'green', 'blue'))
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

-- change_enum colour adds pink
CREATE TABLE "godwit_new_doors" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('red', 'pink', 'green', 'blue')),
    "inside" TEXT NOT NULL DEFAULT 'green' CONSTRAINT "doors_inside_check" CHECK ("inside" IN ('red', 'pink', 'green', 'blue'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_doors', seq FROM sqlite_sequence WHERE name = 'doors';
INSERT INTO "godwit_new_doors" ("id", "colour", "inside")
    SELECT "id", "colour", "inside"
    FROM "doors" ORDER BY rowid;
DROP TABLE "doors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_doors" RENAME TO "doors";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds pink
CREATE TABLE "godwit_new_walls" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "paint" TEXT NOT NULL DEFAULT 'red' CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'pink', 'green', 'blue')),
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_walls', seq FROM sqlite_sequence WHERE name = 'walls';
INSERT INTO "godwit_new_walls" ("id", "paint", "created_at", "updated_at")
    SELECT "id", "paint", "created_at", "updated_at"
    FROM "walls" ORDER BY rowid;
DROP TABLE "walls";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_walls" RENAME TO "walls";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds pink
CREATE TABLE "godwit_new_windows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "frame" TEXT CONSTRAINT "windows_frame_check" CHECK ("frame" IN ('red', 'pink', 'green', 'blue'))
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
