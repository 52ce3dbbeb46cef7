-- create_schema old_billing
CREATE SCHEMA "old_billing";

-- rename_schema old_billing to new_billing
ALTER SCHEMA "old_billing" RENAME TO "new_billing";
