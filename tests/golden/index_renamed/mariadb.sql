-- rename_index places.places_by_name to places_name_idx
ALTER TABLE `places` RENAME INDEX `places_by_name` TO `places_name_idx`;
