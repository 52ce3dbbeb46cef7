-- drop_foreign_key children.(parent_id)
ALTER TABLE "children" DROP CONSTRAINT "children_parent_id_fkey";
