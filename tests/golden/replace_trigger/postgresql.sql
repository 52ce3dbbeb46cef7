-- replace_trigger orders.keep
DROP TRIGGER IF EXISTS "keep" ON "orders";

-- replace_trigger orders.keep
CREATE OR REPLACE FUNCTION "orders_keep_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces + 1);
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- replace_trigger orders.keep
CREATE TRIGGER "keep" AFTER INSERT OR UPDATE ON "orders"
FOR EACH ROW EXECUTE FUNCTION "orders_keep_fn"();
