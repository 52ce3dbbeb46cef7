-- add_index places.places_people_idx
CREATE INDEX "places_people_idx" /* Largest's last. */ ON "places" ("people");
