-- create_table children
CREATE TABLE "children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "parent_id" INTEGER NOT NULL CONSTRAINT "children_parent_id_fkey" REFERENCES "elders" ("id")
) STRICT;

-- rename_table children to young
ALTER TABLE "children" RENAME TO "young";

-- rename_table parents to elders
ALTER TABLE "parents" RENAME TO "elders";
