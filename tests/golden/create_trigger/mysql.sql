-- create_trigger orders.keep
CREATE TRIGGER `keep` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
    IF (NEW.pieces > 100) THEN
    BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;
    END IF;
END;
