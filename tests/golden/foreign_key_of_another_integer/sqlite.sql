-- create_table children
CREATE TABLE "children" (
    "parent_id" INTEGER NOT NULL CONSTRAINT "children_parent_id_fkey" REFERENCES "parents" ("id")
) STRICT;
