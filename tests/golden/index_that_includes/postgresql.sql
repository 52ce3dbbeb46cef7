-- add_index places.places_covered
CREATE INDEX "places_covered" ON "places" ("name") INCLUDE ("people", "open");
