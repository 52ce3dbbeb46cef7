-- create_role godwit_golden_clerk
CREATE ROLE "godwit_golden_clerk" LOGIN;

-- rename_role godwit_golden_clerk to godwit_golden_cleric
ALTER ROLE "godwit_golden_clerk" RENAME TO "godwit_golden_cleric";

-- drop_role godwit_golden_cleric
DROP ROLE "godwit_golden_cleric";
