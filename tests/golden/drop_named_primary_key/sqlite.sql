-- drop_primary_key seats
CREATE TABLE "godwit_new_seats" (
    "seat_row" INTEGER NOT NULL
) STRICT;
INSERT INTO "godwit_new_seats" ("seat_row")
    SELECT "seat_row"
    FROM "seats" ORDER BY rowid;
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
