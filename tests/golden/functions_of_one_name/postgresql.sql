-- create_function half
CREATE FUNCTION "half"(n integer DEFAULT 2) RETURNS integer LANGUAGE sql AS $$ SELECT n / 2 $$;

-- create_function half
CREATE FUNCTION "half"(n numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT n / 2 $$;

-- drop_function half(n integer DEFAULT 2)
DROP FUNCTION "half"(n integer);
