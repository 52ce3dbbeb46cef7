-- add_index visits.visits_page_idx
ALTER TABLE `visits`
    ADD INDEX `visits_page_idx` (`page`),
    ALGORITHM=INPLACE,
    LOCK=NONE;
