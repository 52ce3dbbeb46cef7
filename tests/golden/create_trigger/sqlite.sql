-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER UPDATE ON "orders" FOR EACH ROW WHEN (NEW.pieces > 100)
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;
