-- add_index places.places_once
CREATE UNIQUE INDEX "places_once" ON "places" ((lower(name)), "people");
