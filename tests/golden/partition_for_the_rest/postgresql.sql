-- create_table shops
CREATE TABLE "shops" (
    "country" varchar(2) NOT NULL
) PARTITION BY LIST ("country");

-- create_partition shops.shops_north
CREATE TABLE "shops_north" PARTITION OF "shops" FOR VALUES IN ('se', 'no');

-- create_partition shops.shops_rest
CREATE TABLE "shops_rest" PARTITION OF "shops" DEFAULT;
