-- add_index places.places_people_idx
CREATE INDEX "places_people_idx" ON "places" USING brin ("people");

-- add_index places.places_hashed
CREATE INDEX "places_hashed" ON "places" USING hash ("name");
