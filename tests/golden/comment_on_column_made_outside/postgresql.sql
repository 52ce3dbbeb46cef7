-- set_column_comment elsewhere.id
COMMENT ON COLUMN "elsewhere"."id" IS 'Not ours.';
