-- create_table things
CREATE TABLE "things" (
    "pair" int4[]
);
