-- create_schema godwit_golden_moved
CREATE SCHEMA "godwit_golden_moved";

-- rename_table orders to godwit_golden_moved.orders
ALTER TABLE "orders" SET SCHEMA "godwit_golden_moved";

-- rename_table orders to godwit_golden_moved.orders
ALTER FUNCTION "orders_keep_fn"() SET SCHEMA "godwit_golden_moved";

-- drop_table godwit_golden_moved.orders
DROP TABLE "godwit_golden_moved"."orders";

-- drop_table godwit_golden_moved.orders
DROP FUNCTION "godwit_golden_moved"."orders_keep_fn"();

-- drop_schema godwit_golden_moved
DROP SCHEMA "godwit_golden_moved";
