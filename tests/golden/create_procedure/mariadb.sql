-- create_procedure clear_log
CREATE PROCEDURE `clear_log`() DELETE FROM log;
