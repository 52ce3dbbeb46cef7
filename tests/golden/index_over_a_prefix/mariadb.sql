-- add_index places.places_story_people_idx
ALTER TABLE `places` ADD INDEX `places_story_people_idx` (`story`(100), `people`);
