-- add_index places.places_people_idx
ALTER TABLE `places`
    ADD INDEX `places_people_idx` (`people`),
    ALGORITHM=INPLACE,
    LOCK=NONE;

-- add_index places.places_name_people_idx
ALTER TABLE `places`
    ADD INDEX `places_name_people_idx` (`name`, `people`),
    ALGORITHM=COPY,
    LOCK=SHARED;
