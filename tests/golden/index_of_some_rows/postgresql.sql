-- add_index places.places_with_people
CREATE UNIQUE INDEX "places_with_people" ON "places" ("name") WHERE (people > 0);
