-- add_index places.places_plus
CREATE INDEX "places_plus" ON "places" ((people + 1));

-- rename_column places.people to inhabitants
ALTER TABLE "places" RENAME COLUMN "people" TO "inhabitants";
