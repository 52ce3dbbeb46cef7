-- create_table words
CREATE TYPE "word" AS ENUM ('it''s', E'a\\b', '"q"', 'x, y', '100%', '?', ':n', 'A', 'a', 'ä');

-- create_table words
CREATE TABLE "words" (
    "word" "word" NOT NULL DEFAULT E'a\\b'
);
