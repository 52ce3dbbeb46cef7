-- add_index places.places_name_story_idx
ALTER TABLE `places` ADD FULLTEXT INDEX `places_name_story_idx` (`name`, `story`);
