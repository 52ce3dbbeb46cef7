-- create_function one
CREATE FUNCTION `one`() RETURNS integer NO SQL RETURN 1;
