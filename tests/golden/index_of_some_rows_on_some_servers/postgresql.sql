-- add_index places.places_people_idx
CREATE INDEX "places_people_idx" ON "places" ("people") WHERE (open);
