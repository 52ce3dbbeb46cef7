-- create_schema godwit_golden_family
CREATE SCHEMA "godwit_golden_family";

-- create_table godwit_golden_family.children
CREATE TABLE "godwit_golden_family"."children" (
    "parent_id" bigint NOT NULL,
    CONSTRAINT "children_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parents" ("id")
);
