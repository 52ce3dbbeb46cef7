-- detach_partition visits.visits_second
ALTER TABLE "visits" DETACH PARTITION "visits_second";

-- attach_partition visits.visits_second
ALTER TABLE "visits" ATTACH PARTITION "visits_second" FOR VALUES FROM (100) TO (200);
