-- create_table things
CREATE TABLE "things" (
    "n" numeric(20, 0) NOT NULL CONSTRAINT "things_n_check" CHECK ("n" BETWEEN 0 AND 18446744073709551615)
);
