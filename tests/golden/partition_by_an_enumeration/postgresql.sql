-- create_table shops
CREATE TYPE "zone" AS ENUM ('north', 'south');

-- create_table shops
CREATE TABLE "shops" (
    "zone" "zone" NOT NULL
) PARTITION BY LIST ("zone");

-- create_partition shops.shops_north
CREATE TABLE "shops_north" PARTITION OF "shops" FOR VALUES IN ('north');
