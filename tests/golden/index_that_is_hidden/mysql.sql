-- add_index places.places_people_idx
ALTER TABLE `places` ADD INDEX `places_people_idx` (`people`) INVISIBLE;
