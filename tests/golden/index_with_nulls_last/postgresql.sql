-- add_index places.places_country_idx
CREATE INDEX "places_country_idx" ON "places" ("country" NULLS LAST);
