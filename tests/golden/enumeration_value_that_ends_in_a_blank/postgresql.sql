-- create_table words
CREATE TYPE "word" AS ENUM ('a ', 'a');

-- create_table words
CREATE TABLE "words" (
    "word" "word" NOT NULL
);
