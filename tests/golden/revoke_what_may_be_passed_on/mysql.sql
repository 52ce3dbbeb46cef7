-- create_role godwit_golden_lender
CREATE ROLE `godwit_golden_lender`;

-- create_role godwit_golden_reader
CREATE ROLE `godwit_golden_reader`;

-- grant notes: select, insert to godwit_golden_lender
GRANT SELECT, INSERT ON TABLE `notes` TO `godwit_golden_lender` WITH GRANT OPTION;

-- grant notes: select to godwit_golden_reader
GRANT SELECT ON TABLE `notes` TO `godwit_golden_reader`;

-- revoke notes: insert from godwit_golden_lender
REVOKE IF EXISTS INSERT ON TABLE `notes` FROM `godwit_golden_lender`;

-- revoke notes: select from godwit_golden_lender, godwit_golden_reader
REVOKE IF EXISTS SELECT ON TABLE `notes` FROM `godwit_golden_lender`, `godwit_golden_reader`;

-- revoke notes: select from godwit_golden_lender, godwit_golden_reader
REVOKE IF EXISTS GRANT OPTION ON TABLE `notes` FROM `godwit_golden_lender`;

-- drop_role godwit_golden_reader
DROP ROLE `godwit_golden_reader`;

-- drop_role godwit_golden_lender
DROP ROLE `godwit_golden_lender`;
