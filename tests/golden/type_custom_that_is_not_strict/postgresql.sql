-- create_table things
CREATE TABLE "things" (
    "amount" money NOT NULL
);
