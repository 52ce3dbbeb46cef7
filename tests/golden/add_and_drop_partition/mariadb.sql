-- create_partition visits.visits_third
ALTER TABLE `visits` ADD PARTITION (PARTITION `visits_third` VALUES LESS THAN (300));

-- drop_partition visits.visits_second
ALTER TABLE `visits` DROP PARTITION `visits_second`;

-- create_partition visits.visits_again
ALTER TABLE `visits` REORGANIZE PARTITION `visits_third` INTO (PARTITION `visits_again` VALUES LESS THAN (200), PARTITION `visits_third` VALUES LESS THAN (300));
