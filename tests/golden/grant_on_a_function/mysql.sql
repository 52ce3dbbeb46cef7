-- create_role godwit_golden_caller
CREATE ROLE `godwit_golden_caller`;

-- create_function one
CREATE FUNCTION `one`() RETURNS integer DETERMINISTIC NO SQL RETURN 1;

-- grant one: execute to godwit_golden_caller
GRANT EXECUTE ON FUNCTION `one` TO `godwit_golden_caller`;

-- revoke one: execute from godwit_golden_caller
REVOKE IF EXISTS EXECUTE ON FUNCTION `one` FROM `godwit_golden_caller`;

-- drop_function one
DROP FUNCTION `one`;

-- drop_role godwit_golden_caller
DROP ROLE `godwit_golden_caller`;
