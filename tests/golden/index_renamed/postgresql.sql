-- rename_index places.places_by_name to places_name_idx
ALTER INDEX "places_by_name" RENAME TO "places_name_idx";
