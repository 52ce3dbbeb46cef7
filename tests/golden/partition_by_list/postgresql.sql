-- create_table shops
CREATE TABLE "shops" (
    "country" varchar(2) NOT NULL,
    "number" integer NOT NULL
) PARTITION BY LIST ("country");

-- create_partition shops.shops_north
CREATE TABLE "shops_north" PARTITION OF "shops" FOR VALUES IN ('se', 'no');

-- create_partition shops.shops_south
CREATE TABLE "shops_south" PARTITION OF "shops" FOR VALUES IN ('it', 'gr');
