-- create_trigger big_orders.write_through
CREATE FUNCTION "big_orders_write_through_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    INSERT INTO orders (pieces) VALUES (NEW.pieces);
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- create_trigger big_orders.write_through
CREATE TRIGGER "write_through" INSTEAD OF INSERT ON "big_orders"
FOR EACH ROW EXECUTE FUNCTION "big_orders_write_through_fn"();
