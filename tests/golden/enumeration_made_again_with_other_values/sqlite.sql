-- drop_table doors
DROP TABLE "doors";

-- create_table doors
CREATE TABLE "doors" (
    "colour" TEXT NOT NULL CONSTRAINT "doors_colour_check" CHECK ("colour" IN ('blue', 'green'))
) STRICT;
