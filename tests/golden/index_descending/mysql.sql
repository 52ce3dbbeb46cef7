-- add_index places.places_country_people_idx
ALTER TABLE `places` ADD INDEX `places_country_people_idx` (`country`, `people` DESC);
