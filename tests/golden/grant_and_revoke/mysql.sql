-- create_role godwit_golden_app
CREATE ROLE `godwit_golden_app`;

-- grant notes: select, insert, update, delete to godwit_golden_app
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE `notes` TO `godwit_golden_app`;

-- revoke notes: delete from godwit_golden_app
REVOKE IF EXISTS DELETE ON TABLE `notes` FROM `godwit_golden_app`;

-- grant notes: update to godwit_golden_app
GRANT UPDATE (`body`) ON TABLE `notes` TO `godwit_golden_app`;

-- revoke notes: all from godwit_golden_app
REVOKE IF EXISTS ALL PRIVILEGES ON TABLE `notes` FROM `godwit_golden_app`;

-- drop_role godwit_golden_app
DROP ROLE `godwit_golden_app`;
