-- create_table children
CREATE TABLE "children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "parent_id" INTEGER NOT NULL CONSTRAINT "children_parent_id_fkey" REFERENCES "parents" ("id")
) STRICT;

-- create_table toys
CREATE TABLE "toys" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

-- create_table parents
CREATE TABLE "parents" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "land" INTEGER NOT NULL,
    "code" TEXT NOT NULL CHECK (length("code") <= 10),
    CONSTRAINT "parents_land_code_key" UNIQUE ("land", "code")
) STRICT;
