-- create_partition visits.visits_late
CREATE TABLE "visits_late" PARTITION OF "visits" FOR VALUES FROM (500) TO (600);
