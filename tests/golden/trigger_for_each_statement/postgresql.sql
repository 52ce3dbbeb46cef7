-- create_trigger orders.keep
CREATE FUNCTION "orders_keep_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    INSERT INTO log (pieces) SELECT pieces FROM fresh;
    RETURN NULL;
END
$godwit$;

-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER INSERT ON "orders" REFERENCING NEW TABLE AS "fresh"
FOR EACH STATEMENT EXECUTE FUNCTION "orders_keep_fn"();
