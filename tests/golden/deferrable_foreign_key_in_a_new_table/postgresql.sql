-- create_table notes
CREATE TABLE "notes" (
    "author_id" bigint NOT NULL,
    CONSTRAINT "notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
