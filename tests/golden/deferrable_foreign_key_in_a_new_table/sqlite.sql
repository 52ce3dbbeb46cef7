-- create_table notes
CREATE TABLE "notes" (
    "author_id" INTEGER NOT NULL CONSTRAINT "notes_author_id_fkey" REFERENCES "authors" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
) STRICT;
