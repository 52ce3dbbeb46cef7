-- rename_table orders to sales
ALTER TABLE "orders" RENAME TO "sales";

-- rename_table orders to sales
ALTER FUNCTION "orders_keep_fn"() RENAME TO "sales_keep_fn";

-- drop_table sales
DROP TABLE "sales";

-- drop_table sales
DROP FUNCTION "sales_keep_fn"();
