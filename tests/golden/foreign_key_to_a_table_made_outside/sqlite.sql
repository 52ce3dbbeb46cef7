-- create_table children
CREATE TABLE "children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "old_id" INTEGER NOT NULL CONSTRAINT "children_old_id_fkey" REFERENCES "old" ("id")
) STRICT;
