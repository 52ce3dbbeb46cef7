-- create_role godwit_golden_reader
CREATE ROLE `godwit_golden_reader`;

-- create_role godwit_golden_writer
CREATE ROLE `godwit_golden_writer`;

-- grant godwit_golden_reader to godwit_golden_writer
GRANT `godwit_golden_reader` TO `godwit_golden_writer`;

-- revoke godwit_golden_reader from godwit_golden_writer
REVOKE `godwit_golden_reader` FROM `godwit_golden_writer`;

-- drop_role godwit_golden_writer
DROP ROLE `godwit_golden_writer`;

-- drop_role godwit_golden_reader
DROP ROLE `godwit_golden_reader`;
