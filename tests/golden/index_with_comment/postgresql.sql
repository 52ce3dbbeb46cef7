-- add_index places.places_people_idx
CREATE INDEX "places_people_idx" ON "places" ("people");

-- add_index places.places_people_idx
COMMENT ON INDEX "places_people_idx" IS 'Largest''s last.';
