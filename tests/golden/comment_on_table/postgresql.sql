-- set_table_comment notes
COMMENT ON TABLE "notes" IS 'Slips.';
