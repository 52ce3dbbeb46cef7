-- create_table anything
CREATE TABLE "anything" (
    "n" INTEGER NOT NULL
);
