-- create_sequence invoice_no
CREATE SEQUENCE `invoice_no` START WITH 1000 CACHE 1;

-- alter_sequence invoice_no
ALTER SEQUENCE `invoice_no` INCREMENT BY 2 MAXVALUE 99999 NOCYCLE;

-- alter_sequence invoice_no
ALTER SEQUENCE `invoice_no` RESTART WITH 5000;

-- rename_sequence invoice_no to bill_no
RENAME TABLE `invoice_no` TO `bill_no`;

-- drop_sequence bill_no
DROP SEQUENCE `bill_no`;
