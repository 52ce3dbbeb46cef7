-- create_table words
CREATE TABLE "words" (
    "word" varchar(384) NOT NULL,
    "meaning" varchar(384) NOT NULL,
    CONSTRAINT "words_word_meaning_key" UNIQUE ("word", "meaning")
);
