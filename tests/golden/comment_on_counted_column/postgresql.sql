-- set_column_comment people.id
COMMENT ON COLUMN "people"."id" IS 'A number.';
