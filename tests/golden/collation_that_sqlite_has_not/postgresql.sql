-- create_table words
CREATE TABLE "words" (
    "word" text COLLATE "C" NOT NULL
);
