-- create_table texts
CREATE TABLE "texts" ( /* it's "the" \ table :n ? %
of texts */
    "quotes" /* it's "said" */ TEXT NOT NULL DEFAULT 'it''s "quoted" and `quoted`' CHECK (length("quotes") <= 80),
    "backslashes" /* C:\new\ */ TEXT NOT NULL DEFAULT 'C:\new\\ \''' CHECK (length("backslashes") <= 80),
    "binds" /* :name ? % $1 */ TEXT NOT NULL DEFAULT '12:30 :name $1 ? %s 100%' CHECK (length("binds") <= 80),
    "lines" /* one
two */ TEXT NOT NULL DEFAULT 'one
two
	three' CHECK (length("lines") <= 80),
    "letters" /* ä € 漢 */ TEXT NOT NULL DEFAULT 'ä € 漢' CHECK (length("letters") <= 80),
    "sql" /* -- ; /* x */ TEXT NOT NULL DEFAULT '''); DROP TABLE texts; -- /* x' CHECK (length("sql") <= 80),
    "empty" TEXT NOT NULL DEFAULT '' CHECK (length("empty") <= 80),
    CONSTRAINT "texts_check" CHECK (quotes <> 'it''s :x ? % ;')
) STRICT;
