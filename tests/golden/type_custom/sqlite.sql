-- create_table things
CREATE TABLE "things" (
    "pair" ANY
) STRICT;
