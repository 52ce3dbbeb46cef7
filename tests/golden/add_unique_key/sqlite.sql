-- add_unique_key seats.seats_label_key
CREATE TABLE "godwit_new_seats" (
    "seat_row" INTEGER NOT NULL,
    "seat_number" INTEGER NOT NULL,
    "label" TEXT NOT NULL CHECK (length("label") <= 10),
    "story" TEXT NOT NULL,
    CONSTRAINT "seats_label_key" UNIQUE ("label")
) STRICT;
INSERT INTO "godwit_new_seats" ("seat_row", "seat_number", "label", "story")
    SELECT "seat_row", "seat_number", "label", "story"
    FROM "seats" ORDER BY rowid;
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
