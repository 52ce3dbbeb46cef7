-- create_role godwit_golden_viewer
CREATE ROLE `godwit_golden_viewer`;

-- drop_role godwit_golden_viewer
DROP ROLE `godwit_golden_viewer`;
