-- create_table hens
CREATE TABLE "hens" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "egg_id" INTEGER CONSTRAINT "hens_egg_id_fkey" REFERENCES "eggs" ("id")
) STRICT;

-- create_table eggs
CREATE TABLE "eggs" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "hen_id" INTEGER CONSTRAINT "eggs_hen_id_fkey" REFERENCES "hens" ("id")
) STRICT;
