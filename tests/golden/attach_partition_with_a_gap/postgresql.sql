-- create_table visits_late
CREATE TABLE "visits_late" (
    "page" integer NOT NULL,
    "day" integer NOT NULL
);

-- attach_partition visits.visits_late
ALTER TABLE "visits" ATTACH PARTITION "visits_late" FOR VALUES FROM (300) TO (400);
