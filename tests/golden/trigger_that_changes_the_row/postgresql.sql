-- create_trigger orders.sum
CREATE FUNCTION "orders_sum_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
BEGIN
    NEW.total := NEW.pieces * 2;
    RETURN COALESCE(NEW, OLD);
END
$godwit$;

-- create_trigger orders.sum
CREATE TRIGGER "sum" BEFORE INSERT ON "orders"
FOR EACH ROW EXECUTE FUNCTION "orders_sum_fn"();
