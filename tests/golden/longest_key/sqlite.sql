-- create_table words
CREATE TABLE "words" (
    "word" TEXT NOT NULL CHECK (length("word") <= 384),
    "meaning" TEXT NOT NULL CHECK (length("meaning") <= 384),
    CONSTRAINT "words_word_meaning_key" UNIQUE ("word", "meaning")
) STRICT;
