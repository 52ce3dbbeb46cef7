-- replace_function twice
CREATE OR REPLACE FUNCTION "twice"(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * n $$;

-- replace_procedure clear_log
CREATE OR REPLACE PROCEDURE "clear_log"() LANGUAGE sql AS $$ DELETE FROM log $$;
