-- create_table texts
CREATE TABLE "texts" (
    "quotes" varchar(80) NOT NULL DEFAULT 'it''s "quoted" and `quoted`',
    "backslashes" varchar(80) NOT NULL DEFAULT E'C:\\new\\\\ \\''',
    "binds" varchar(80) NOT NULL DEFAULT '12:30 :name $1 ? %s 100%',
    "lines" varchar(80) NOT NULL DEFAULT 'one
two
	three',
    "letters" varchar(80) NOT NULL DEFAULT 'ä € 漢',
    "sql" varchar(80) NOT NULL DEFAULT '''); DROP TABLE texts; -- /* x',
    "empty" varchar(80) NOT NULL DEFAULT '',
    CONSTRAINT "texts_check" CHECK (quotes <> 'it''s :x ? % ;')
);

-- create_table texts
COMMENT ON TABLE "texts" IS E'it''s "the" \\ table :n ? %
of texts';

-- create_table texts
COMMENT ON COLUMN "texts"."quotes" IS 'it''s "said"';

-- create_table texts
COMMENT ON COLUMN "texts"."backslashes" IS E'C:\\new\\';

-- create_table texts
COMMENT ON COLUMN "texts"."binds" IS ':name ? % $1';

-- create_table texts
COMMENT ON COLUMN "texts"."lines" IS 'one
two';

-- create_table texts
COMMENT ON COLUMN "texts"."letters" IS 'ä € 漢';

-- create_table texts
COMMENT ON COLUMN "texts"."sql" IS '-- ; /* x';
