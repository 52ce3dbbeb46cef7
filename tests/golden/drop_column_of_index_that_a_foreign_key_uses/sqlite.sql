-- drop_column children.name
DROP INDEX "children_parent_id_name_idx";

-- drop_column children.name
ALTER TABLE "children" DROP COLUMN "name";
