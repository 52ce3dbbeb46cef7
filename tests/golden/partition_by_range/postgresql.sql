-- create_table visits
CREATE TABLE "visits" (
    "page" integer NOT NULL,
    "day" integer NOT NULL,
    CONSTRAINT "visits_pkey" PRIMARY KEY ("page", "day")
) PARTITION BY RANGE ("day");

-- create_partition visits.visits_first
CREATE TABLE "visits_first" PARTITION OF "visits" FOR VALUES FROM (MINVALUE) TO (100);

-- create_partition visits.visits_second
CREATE TABLE "visits_second" PARTITION OF "visits" FOR VALUES FROM (100) TO (200);

-- create_partition visits.visits_third
CREATE TABLE "visits_third" PARTITION OF "visits" FOR VALUES FROM (200) TO (MAXVALUE);
