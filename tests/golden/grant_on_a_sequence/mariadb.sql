-- create_role godwit_golden_teller
CREATE ROLE `godwit_golden_teller`;

-- create_sequence invoice_no
CREATE SEQUENCE `invoice_no` CACHE 1;

-- grant invoice_no: update, usage to godwit_golden_teller
GRANT SELECT, INSERT ON TABLE `invoice_no` TO `godwit_golden_teller`;

-- revoke invoice_no: update from godwit_golden_teller
REVOKE INSERT ON TABLE `invoice_no` FROM `godwit_golden_teller`;

-- revoke invoice_no: all from godwit_golden_teller
REVOKE ALL PRIVILEGES ON TABLE `invoice_no` FROM `godwit_golden_teller`;

-- drop_role godwit_golden_teller
DROP ROLE `godwit_golden_teller`;
