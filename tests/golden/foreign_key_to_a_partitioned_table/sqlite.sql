-- create_table notes
CREATE TABLE "notes" (
    "page" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    CONSTRAINT "notes_page_day_fkey" FOREIGN KEY ("page", "day") REFERENCES "visits" ("page", "day")
) STRICT;
