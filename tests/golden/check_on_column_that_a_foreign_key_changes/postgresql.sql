-- create_table children
CREATE TABLE "children" (
    "parent_id" bigint,
    CONSTRAINT "children_have_positive_parents" CHECK (parent_id > 0),
    CONSTRAINT "children_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parents" ("id") ON DELETE SET NULL
);
