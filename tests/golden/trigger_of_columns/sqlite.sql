-- create_trigger orders.keep
CREATE TRIGGER "keep" AFTER UPDATE OF "pieces", "total" ON "orders" FOR EACH ROW
BEGIN INSERT INTO log (pieces) VALUES (NEW.pieces); END;
