-- add_index places.places_plus
ALTER TABLE `places` ADD INDEX `places_plus` ((people + 1));

-- drop_column places.people
ALTER TABLE `places`
    DROP INDEX `places_plus`,
    DROP COLUMN `people`;
