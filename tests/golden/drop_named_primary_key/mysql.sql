-- drop_primary_key seats
ALTER TABLE `seats` DROP PRIMARY KEY;
