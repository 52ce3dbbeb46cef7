-- create_table things
CREATE TABLE "things" (
    "flags" varbit(90) NOT NULL DEFAULT B'101'
);
