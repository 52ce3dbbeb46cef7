-- add_primary_key seats
ALTER TABLE `seats` ADD PRIMARY KEY (`seat_row`, `seat_number`);
