-- add_index places.places_country_idx
ALTER TABLE `places` ADD INDEX `places_country_idx` (`country`);
