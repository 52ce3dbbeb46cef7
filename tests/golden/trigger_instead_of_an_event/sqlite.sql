-- create_trigger big_orders.write_through
CREATE TRIGGER "write_through" INSTEAD OF INSERT ON "big_orders" FOR EACH ROW
BEGIN
    INSERT INTO orders (pieces) VALUES (NEW.pieces);
END;
