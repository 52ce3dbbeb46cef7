-- create_sequence page_no
CREATE SEQUENCE "page_no" AS integer OWNED BY "visits"."page";
