-- add_index places.places_country_name_idx
CREATE UNIQUE INDEX "places_country_name_idx" ON "places" ("country", "name") NULLS NOT DISTINCT;
