-- create_trigger orders.keep
CREATE FUNCTION "orders_keep_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER UPDATE ON "orders"
FOR EACH ROW WHEN (NEW.pieces > 100) EXECUTE FUNCTION "orders_keep_fn"();
