-- create_procedure clear_log
CREATE PROCEDURE "clear_log"() LANGUAGE sql AS $$ DELETE FROM log $$;
