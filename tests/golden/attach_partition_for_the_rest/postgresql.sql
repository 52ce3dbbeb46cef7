-- attach_partition shops.shops_rest
ALTER TABLE "shops" ATTACH PARTITION "shops_rest" DEFAULT;
