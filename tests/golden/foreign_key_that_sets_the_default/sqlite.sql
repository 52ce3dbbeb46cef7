-- create_table children
CREATE TABLE "children" (
    "parent_id" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "children_parent_id_fkey" REFERENCES "parents" ("id") ON DELETE SET DEFAULT
) STRICT;
