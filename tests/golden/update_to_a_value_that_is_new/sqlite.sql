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

-- update_rows doors
UPDATE "doors" SET "colour" = 'blue'
WHERE (colour = 'red');
