-- create_table blank
CREATE TABLE "blank" (
    "n " integer NOT NULL
);
