-- create_partition visits.visits_early
CREATE TABLE "visits_early" PARTITION OF "visits" FOR VALUES FROM (MINVALUE) TO (100);
