-- add_index places.places_country_people_idx
CREATE INDEX "places_country_people_idx" ON "places" ("country", "people" DESC);
