-- rename_trigger orders.keep to keep_all
ALTER TRIGGER "keep" ON "orders" RENAME TO "keep_all";

-- rename_trigger orders.keep to keep_all
ALTER FUNCTION "orders_keep_fn"() RENAME TO "orders_keep_all_fn";

-- drop_trigger orders.keep_all
DROP TRIGGER "keep_all" ON "orders";

-- drop_trigger orders.keep_all
DROP FUNCTION "orders_keep_all_fn"();
