-- create_role godwit_golden_cleaner
CREATE ROLE "godwit_golden_cleaner";

-- grant notes: truncate to godwit_golden_cleaner
GRANT TRUNCATE ON TABLE "notes" TO "godwit_golden_cleaner";

-- revoke notes: truncate from godwit_golden_cleaner
REVOKE TRUNCATE ON TABLE "notes" FROM "godwit_golden_cleaner";

-- drop_role godwit_golden_cleaner
DROP ROLE "godwit_golden_cleaner";
