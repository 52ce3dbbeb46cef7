-- create_schema godwit_golden_moved
CREATE SCHEMA "godwit_golden_moved";

-- rename_view big_orders to godwit_golden_moved.big_orders
ALTER VIEW "big_orders" SET SCHEMA "godwit_golden_moved";

-- drop_view godwit_golden_moved.big_orders
DROP VIEW "godwit_golden_moved"."big_orders";

-- drop_schema godwit_golden_moved
DROP SCHEMA "godwit_golden_moved";
