-- drop_partition visits.visits_first
DROP TABLE "visits_first";

-- create_partition visits.visits_late
CREATE TABLE "visits_late" PARTITION OF "visits" FOR VALUES FROM (50) TO (100);
