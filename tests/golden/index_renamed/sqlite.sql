-- rename_index places.places_by_name to places_name_idx
DROP INDEX "places_by_name";

-- rename_index places.places_by_name to places_name_idx
CREATE INDEX "places_name_idx" ON "places" ("name");
