-- create_trigger orders.keep
CREATE TRIGGER "keep_insert" AFTER INSERT ON "orders" FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;

-- create_trigger orders.keep
CREATE TRIGGER "keep_update" AFTER UPDATE ON "orders" FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;

-- drop_trigger orders.keep
DROP TRIGGER "keep_insert";

-- drop_trigger orders.keep
DROP TRIGGER "keep_update";
