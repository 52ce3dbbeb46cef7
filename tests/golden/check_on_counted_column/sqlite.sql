-- create_table words
CREATE TABLE "words" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    CONSTRAINT "words_have_positive_ids" CHECK (id > 0)
) STRICT;
