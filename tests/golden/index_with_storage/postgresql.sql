-- add_index places.places_people_idx
CREATE INDEX "places_people_idx" ON "places" ("people") WITH ("fillfactor" = '70') TABLESPACE "pg_default";
