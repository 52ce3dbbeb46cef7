-- create_function twice
CREATE FUNCTION "twice"(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * n $$;
