-- create_role godwit_golden_guest
CREATE ROLE "godwit_golden_guest";

-- create_schema godwit_golden_granted
CREATE SCHEMA "godwit_golden_granted";

-- grant godwit_golden_granted: usage to godwit_golden_guest
GRANT USAGE ON SCHEMA "godwit_golden_granted" TO "godwit_golden_guest";

-- grant godwit_golden_granted: select to godwit_golden_guest
GRANT SELECT ON ALL TABLES IN SCHEMA "godwit_golden_granted" TO "godwit_golden_guest";

-- revoke godwit_golden_granted: select from godwit_golden_guest
REVOKE SELECT ON ALL TABLES IN SCHEMA "godwit_golden_granted" FROM "godwit_golden_guest";

-- revoke godwit_golden_granted: usage from godwit_golden_guest
REVOKE USAGE ON SCHEMA "godwit_golden_granted" FROM "godwit_golden_guest";

-- drop_schema godwit_golden_granted
DROP SCHEMA "godwit_golden_granted";

-- drop_role godwit_golden_guest
DROP ROLE "godwit_golden_guest";
