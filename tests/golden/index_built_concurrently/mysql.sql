-- add_index places.places_people_idx
ALTER TABLE `places`
    ADD INDEX `places_people_idx` (`people`),
    ALGORITHM=INPLACE,
    LOCK=NONE;

-- add_column places.rooms
ALTER TABLE `places` ADD COLUMN `rooms` int NOT NULL DEFAULT 0;

-- drop_index places.places_by_name
ALTER TABLE `places`
    DROP INDEX `places_by_name`,
    ALGORITHM=INPLACE,
    LOCK=NONE;
