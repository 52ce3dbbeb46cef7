-- add_index places.places_name_idx
CREATE INDEX "places_name_idx" ON "places" ("name" COLLATE "C");
