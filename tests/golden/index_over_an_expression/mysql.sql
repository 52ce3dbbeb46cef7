-- add_index places.places_once
ALTER TABLE `places` ADD UNIQUE INDEX `places_once` ((lower(name)), `people`);
