-- add_index places.places_plus
CREATE INDEX "places_plus" ON "places" ((people + 1));

-- drop_column places.people
ALTER TABLE "places" DROP COLUMN "people";
