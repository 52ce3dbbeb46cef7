-- create_table shops
CREATE TABLE "shops" (
    "number" integer NOT NULL,
    CONSTRAINT "shops_pkey" PRIMARY KEY ("number")
) PARTITION BY HASH ("number");

-- create_table shops
CREATE TABLE "shops_p0" PARTITION OF "shops" FOR VALUES WITH (MODULUS 3, REMAINDER 0);

-- create_table shops
CREATE TABLE "shops_p1" PARTITION OF "shops" FOR VALUES WITH (MODULUS 3, REMAINDER 1);

-- create_table shops
CREATE TABLE "shops_p2" PARTITION OF "shops" FOR VALUES WITH (MODULUS 3, REMAINDER 2);
