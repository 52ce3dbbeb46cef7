-- add_index visits.visits_page_idx
CREATE UNIQUE INDEX "visits_page_idx" ON "visits" ("page");
