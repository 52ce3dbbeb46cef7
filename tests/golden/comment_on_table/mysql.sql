-- set_table_comment notes
ALTER TABLE `notes` COMMENT 'Slips.';
