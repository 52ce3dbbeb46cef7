-- add_column keyless.seen
ALTER TABLE "keyless" ADD COLUMN "seen" INTEGER NOT NULL DEFAULT 0 CHECK ("seen" IN (0, 1));

-- add_column keyless.id, add_primary_key keyless
CREATE TABLE "godwit_new_keyless" (
    "word" TEXT NOT NULL CHECK (length("word") <= 20),
    "seen" INTEGER NOT NULL DEFAULT 0 CHECK ("seen" IN (0, 1)),
    "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
INSERT INTO "godwit_new_keyless" ("word", "seen")
    SELECT "word", "seen"
    FROM "keyless" ORDER BY rowid;
DROP TABLE "keyless";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_keyless" RENAME TO "keyless";
PRAGMA legacy_alter_table = OFF;
