-- drop_index children.(parent_id, name)
DROP INDEX "children_parent_id_name_idx";
