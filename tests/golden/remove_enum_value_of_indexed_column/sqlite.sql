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
CREATE INDEX "doors_red" ON "doors" ("colour") WHERE (colour = 'red');
