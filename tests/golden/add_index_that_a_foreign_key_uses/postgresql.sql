-- add_index children.children_parent_id_name_idx
CREATE INDEX "children_parent_id_name_idx" ON "children" ("parent_id", "name");
