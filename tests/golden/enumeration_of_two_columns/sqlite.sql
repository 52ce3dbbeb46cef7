-- create_table doors
CREATE TABLE "doors" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('red', 'green')),
    "inside" TEXT NOT NULL DEFAULT 'green' CONSTRAINT "doors_inside_check" CHECK ("inside" IN ('red', 'green'))
) STRICT;
