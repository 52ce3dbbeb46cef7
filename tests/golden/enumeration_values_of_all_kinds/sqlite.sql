-- create_table words
CREATE TABLE "words" (
    "word" TEXT NOT NULL DEFAULT 'a\b' CONSTRAINT "words_word_check" CHECK ("word" IN ('it''s', 'a\b', '"q"', 'x, y', '100%', '?', ':n', 'A', 'a', 'ä'))
) STRICT;
