-- detach_partition visits.visits_second
ALTER TABLE `visits` CONVERT PARTITION `visits_second` TO TABLE `visits_second`;

-- attach_partition visits.visits_second
ALTER TABLE `visits` CONVERT TABLE `visits_second` TO PARTITION `visits_second` VALUES LESS THAN (200);
