-- set_index_visibility places.places_by_name invisible
ALTER TABLE `places` ALTER INDEX `places_by_name` INVISIBLE;

-- set_index_visibility places.places_by_name visible
ALTER TABLE `places` ALTER INDEX `places_by_name` VISIBLE;
