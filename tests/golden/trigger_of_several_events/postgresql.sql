-- create_trigger orders.keep
CREATE FUNCTION "orders_keep_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER INSERT OR UPDATE ON "orders"
FOR EACH ROW EXECUTE FUNCTION "orders_keep_fn"();

-- drop_trigger orders.keep
DROP TRIGGER "keep" ON "orders";

-- drop_trigger orders.keep
DROP FUNCTION "orders_keep_fn"();
