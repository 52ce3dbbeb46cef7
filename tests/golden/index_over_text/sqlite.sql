-- add_index seats.seats_story_idx
CREATE INDEX "seats_story_idx" ON "seats" ("story");
