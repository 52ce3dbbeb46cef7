-- drop_foreign_key young.(elder_id)
ALTER TABLE "young" DROP CONSTRAINT "children_parent_id_fkey";
