-- create_role godwit_golden_guest
CREATE ROLE `godwit_golden_guest`;

-- create_schema godwit_golden_granted
CREATE DATABASE `godwit_golden_granted` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

-- grant godwit_golden_granted: select to godwit_golden_guest
GRANT SELECT ON `godwit\_golden\_granted`.* TO `godwit_golden_guest`;

-- revoke godwit_golden_granted: select from godwit_golden_guest
REVOKE IF EXISTS SELECT ON `godwit\_golden\_granted`.* FROM `godwit_golden_guest`;

-- drop_schema godwit_golden_granted
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the schema godwit_golden_granted is not empty';

-- drop_schema godwit_golden_granted
DROP DATABASE `godwit_golden_granted`;

-- drop_role godwit_golden_guest
DROP ROLE `godwit_golden_guest`;
