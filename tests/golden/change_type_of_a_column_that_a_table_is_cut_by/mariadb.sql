-- change_type visits.day
ALTER TABLE `visits` MODIFY COLUMN `day` bigint NOT NULL;
