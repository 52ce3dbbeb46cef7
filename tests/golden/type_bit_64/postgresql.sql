-- create_table things
CREATE TABLE "things" (
    "flags" bit(64) NOT NULL
);
