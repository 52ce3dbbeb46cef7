-- create_trigger orders.keep
CREATE FUNCTION "orders_keep_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    BEGIN INSERT INTO log (pieces) VALUES (NEW.pieces); END;
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER UPDATE OF "pieces", "total" ON "orders"
FOR EACH ROW EXECUTE FUNCTION "orders_keep_fn"();
