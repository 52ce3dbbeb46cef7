-- create_table words
CREATE TABLE "words" (
    "word" TEXT COLLATE "NOCASE" NOT NULL CHECK (length("word") <= 40),
    CONSTRAINT "words_word_key" UNIQUE ("word")
) STRICT;
