-- rename_function twice to doubled
ALTER FUNCTION "twice"(n integer) RENAME TO "doubled";

-- rename_procedure clear_log to forget
ALTER PROCEDURE "clear_log"() RENAME TO "forget";

-- drop_function doubled
DROP FUNCTION "doubled"(n integer);

-- drop_procedure forget
DROP PROCEDURE "forget"();
