-- replace_function twice
DROP FUNCTION IF EXISTS `twice`;

-- replace_function twice
CREATE FUNCTION `twice`(n integer) RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n;

-- replace_procedure clear_log
DROP PROCEDURE IF EXISTS `clear_log`;

-- replace_procedure clear_log
CREATE PROCEDURE `clear_log`() DELETE FROM log;
