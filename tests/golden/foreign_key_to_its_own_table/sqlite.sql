-- create_table people
CREATE TABLE "people" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "boss_id" INTEGER CONSTRAINT "people_boss_id_fkey" REFERENCES "people" ("id") ON DELETE SET NULL
) STRICT;
