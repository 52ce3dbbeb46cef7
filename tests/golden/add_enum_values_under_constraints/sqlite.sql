-- change_enum colour adds blue
CREATE TABLE "godwit_new_colours" (
    "name" TEXT NOT NULL CONSTRAINT "colours_name_check" CHECK ("name" IN ('red', 'green', 'grey', 'blue')),
    PRIMARY KEY ("name")
) STRICT;
INSERT INTO "godwit_new_colours" ("name")
    SELECT "name"
    FROM "colours" ORDER BY rowid;
DROP TABLE "colours";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_colours" RENAME TO "colours";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds blue
CREATE TABLE "godwit_new_doors" (
    "n" INT NOT NULL,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('red', 'green', 'grey', 'blue')) CONSTRAINT "doors_colour_fkey" REFERENCES "colours" ("name"),
    PRIMARY KEY ("n"),
    CONSTRAINT "red_first" CHECK (colour <> 'red' OR n < 10)
) STRICT;
INSERT INTO "godwit_new_doors" ("n", "colour")
    SELECT "n", "colour"
    FROM "doors" ORDER BY rowid;
DROP TABLE "doors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_doors" RENAME TO "doors";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "doors_red" ON "doors" ("n") WHERE (colour = 'red');

-- change_enum colour adds pink
CREATE TABLE "godwit_new_colours" (
    "name" TEXT NOT NULL CONSTRAINT "colours_name_check" CHECK ("name" IN ('pink', 'red', 'green', 'grey', 'blue')),
    PRIMARY KEY ("name")
) STRICT;
INSERT INTO "godwit_new_colours" ("name")
    SELECT "name"
    FROM "colours" ORDER BY rowid;
DROP TABLE "colours";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_colours" RENAME TO "colours";
PRAGMA legacy_alter_table = OFF;

-- change_enum colour adds pink
CREATE TABLE "godwit_new_doors" (
    "n" INT NOT NULL,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('pink', 'red', 'green', 'grey', 'blue')) CONSTRAINT "doors_colour_fkey" REFERENCES "colours" ("name"),
    PRIMARY KEY ("n"),
    CONSTRAINT "red_first" CHECK (colour <> 'red' OR n < 10)
) STRICT;
INSERT INTO "godwit_new_doors" ("n", "colour")
    SELECT "n", "colour"
    FROM "doors" ORDER BY rowid;
DROP TABLE "doors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_doors" RENAME TO "doors";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "doors_red" ON "doors" ("n") WHERE (colour = 'red');
