-- create_table visits
CREATE TABLE "visits" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "who" TEXT NOT NULL CHECK (length("who") <= 40),
    "hour" INTEGER NOT NULL
) STRICT;

-- create_table visits
CREATE UNIQUE INDEX "visits_who_hour_idx" /* Who's when. */ ON "visits" ("who", "hour" DESC);

-- create_table visits
CREATE INDEX "visits_by_hour" ON "visits" ("hour");
