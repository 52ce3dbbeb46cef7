-- set_column_comment people.age
COMMENT ON COLUMN "people"."age" IS 'In whole years.';

-- set_column_comment people.name
COMMENT ON COLUMN "people"."name" IS NULL;
