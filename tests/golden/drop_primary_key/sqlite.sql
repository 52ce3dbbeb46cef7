-- drop_primary_key seats
CREATE TABLE "godwit_new_seats" (
    "seat_row" INTEGER NOT NULL,
    "seat_number" INTEGER NOT NULL,
    "label" TEXT NOT NULL CHECK (length("label") <= 10),
    "price" INTEGER,
    CONSTRAINT "seats_label_key" UNIQUE ("label"),
    CONSTRAINT "one_label" UNIQUE ("seat_number", "label"),
    CONSTRAINT "seats_price_is_positive" CHECK (price > 0)
) STRICT;
INSERT INTO "godwit_new_seats" ("seat_row", "seat_number", "label", "price")
    SELECT "seat_row", "seat_number", "label", "price"
    FROM "seats" ORDER BY rowid;
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "seats_price_idx" ON "seats" ("price");
CREATE INDEX "by_label" ON "seats" ("label", "price");
