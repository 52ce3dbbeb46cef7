-- replace_trigger orders.keep
DROP TRIGGER IF EXISTS `keep_insert`;

-- replace_trigger orders.keep
DROP TRIGGER IF EXISTS `keep_update`;

-- replace_trigger orders.keep
CREATE TRIGGER `keep_insert` AFTER INSERT ON `orders` FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces + 1);
END;

-- replace_trigger orders.keep
CREATE TRIGGER `keep_update` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces + 1);
END;
