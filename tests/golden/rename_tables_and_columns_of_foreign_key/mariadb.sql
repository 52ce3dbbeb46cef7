-- rename_table parents to elders
ALTER TABLE `parents` RENAME TO `elders`;

-- rename_column elders.id to number
ALTER TABLE `elders` RENAME COLUMN `id` TO `number`;

-- rename_table children to young
ALTER TABLE `children` RENAME TO `young`;

-- rename_column young.parent_id to elder_number
ALTER TABLE `young` RENAME COLUMN `parent_id` TO `elder_number`;
