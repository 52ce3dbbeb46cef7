-- create_function twice
CREATE FUNCTION `twice`(n integer) RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n;
