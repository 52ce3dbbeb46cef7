-- create_trigger orders.sum
CREATE TRIGGER `sum` BEFORE INSERT ON `orders` FOR EACH ROW
BEGIN
    SET NEW.total = NEW.pieces * 2;
END;
