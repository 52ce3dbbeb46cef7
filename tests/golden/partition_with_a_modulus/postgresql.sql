-- create_table shops
CREATE TABLE "shops" (
    "number" integer NOT NULL,
    CONSTRAINT "shops_pkey" PRIMARY KEY ("number")
) PARTITION BY HASH ("number");

-- create_partition shops.shops_a
CREATE TABLE "shops_a" PARTITION OF "shops" FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- create_partition shops.shops_b
CREATE TABLE "shops_b" PARTITION OF "shops" FOR VALUES WITH (MODULUS 2, REMAINDER 1);
