-- create_table words
CREATE TABLE "words" (
    "word" TEXT NOT NULL CONSTRAINT "words_word_check" CHECK ("word" IN ('a ', 'a'))
) STRICT;
