-- create_table notes
CREATE TABLE "notes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL CHECK (length("title") <= 80)
) STRICT;
