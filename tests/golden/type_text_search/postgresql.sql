-- create_table things
CREATE TABLE "things" (
    "words" tsvector NOT NULL,
    "wanted" tsquery
);
