-- create_table pages
CREATE TABLE "pages" (
    "number" integer NOT NULL,
    CONSTRAINT "pages_pkey" PRIMARY KEY ("number")
);

-- add_foreign_key visits.visits_page_fkey
ALTER TABLE "visits" ADD CONSTRAINT "visits_page_fkey" FOREIGN KEY ("page") REFERENCES "pages" ("number");
