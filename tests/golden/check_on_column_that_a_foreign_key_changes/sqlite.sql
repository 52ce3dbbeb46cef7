-- create_table children
CREATE TABLE "children" (
    "parent_id" INTEGER CONSTRAINT "children_parent_id_fkey" REFERENCES "parents" ("id") ON DELETE SET NULL,
    CONSTRAINT "children_have_positive_parents" CHECK (parent_id > 0)
) STRICT;
