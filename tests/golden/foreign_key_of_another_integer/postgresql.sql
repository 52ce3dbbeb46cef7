-- create_table children
CREATE TABLE "children" (
    "parent_id" integer NOT NULL,
    CONSTRAINT "children_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parents" ("id")
);
