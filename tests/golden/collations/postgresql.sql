-- create_table words
CREATE TABLE "words" (
    "word" varchar(40) COLLATE "C" NOT NULL,
    CONSTRAINT "words_word_key" UNIQUE ("word")
);
