-- create_table things
CREATE TABLE "things" (
    "tags" varchar(20)[] NOT NULL DEFAULT '{}'
);
