-- create_table notes
CREATE TABLE "notes" (
    "page" integer NOT NULL,
    "day" integer NOT NULL,
    CONSTRAINT "notes_page_day_fkey" FOREIGN KEY ("page", "day") REFERENCES "visits" ("page", "day")
);
