-- add_index places.places_people_idx
CREATE INDEX CONCURRENTLY "places_people_idx" ON "places" ("people");

-- add_column places.rooms
ALTER TABLE "places" ADD COLUMN "rooms" integer NOT NULL DEFAULT 0;

-- drop_index places.places_by_name
DROP INDEX CONCURRENTLY "places_by_name";
