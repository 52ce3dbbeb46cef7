-- create_partition visits.visits_third
CREATE TABLE "visits_third" PARTITION OF "visits" FOR VALUES FROM (200) TO (300);

-- drop_partition visits.visits_second
DROP TABLE "visits_second";

-- create_partition visits.visits_again
CREATE TABLE "visits_again" PARTITION OF "visits" FOR VALUES FROM (100) TO (200);
