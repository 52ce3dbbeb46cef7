-- create_table visits_late
CREATE TABLE "visits_late" (
    "page" integer NOT NULL,
    "day" integer NOT NULL
);

-- drop_partition visits.visits_first
DROP TABLE "visits_first";

-- attach_partition visits.visits_late
ALTER TABLE "visits" ATTACH PARTITION "visits_late" FOR VALUES FROM (MINVALUE) TO (100);
