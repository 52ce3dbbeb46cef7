-- set_table_comment projects
COMMENT ON TABLE "projects" IS NULL;
