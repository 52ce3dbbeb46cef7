-- rename_function twice to doubled
DROP FUNCTION `twice`;

-- rename_function twice to doubled
CREATE FUNCTION `doubled`(n integer) RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n;

-- rename_procedure clear_log to forget
DROP PROCEDURE `clear_log`;

-- rename_procedure clear_log to forget
CREATE PROCEDURE `forget`() DELETE FROM log;

-- drop_function doubled
DROP FUNCTION `doubled`;

-- drop_procedure forget
DROP PROCEDURE `forget`;
