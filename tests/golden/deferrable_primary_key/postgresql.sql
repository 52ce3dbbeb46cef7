-- create_table notes
CREATE TABLE "notes" (
    "number" integer NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("number") DEFERRABLE INITIALLY DEFERRED
);
