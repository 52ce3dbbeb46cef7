-- create_table scratch
CREATE TEMPORARY TABLE "scratch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "word" TEXT NOT NULL CHECK (length("word") <= 20)
) STRICT;

-- create_table scratch
CREATE INDEX "scratch_word_idx" ON "scratch" ("word");
