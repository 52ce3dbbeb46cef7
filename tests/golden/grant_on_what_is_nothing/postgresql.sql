-- create_role godwit_golden_viewer
CREATE ROLE "godwit_golden_viewer";

-- create_view bodies
CREATE VIEW "bodies" AS
SELECT body FROM notes;

-- grant bodies: select to godwit_golden_viewer
GRANT SELECT ON TABLE "bodies" TO "godwit_golden_viewer";

-- revoke bodies: select from godwit_golden_viewer
REVOKE SELECT ON TABLE "bodies" FROM "godwit_golden_viewer";

-- drop_view bodies
DROP VIEW "bodies";

-- drop_role godwit_golden_viewer
DROP ROLE "godwit_golden_viewer";
