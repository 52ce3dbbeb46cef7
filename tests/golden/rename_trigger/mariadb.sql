-- rename_trigger orders.keep to keep_all
DROP TRIGGER `keep_insert`;

-- rename_trigger orders.keep to keep_all
DROP TRIGGER `keep_update`;

-- rename_trigger orders.keep to keep_all
CREATE TRIGGER `keep_all_insert` AFTER INSERT ON `orders` FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;

-- rename_trigger orders.keep to keep_all
CREATE TRIGGER `keep_all_update` AFTER UPDATE ON `orders` FOR EACH ROW
BEGIN
    INSERT INTO log (pieces) VALUES (NEW.pieces);
END;

-- drop_trigger orders.keep_all
DROP TRIGGER `keep_all_insert`;

-- drop_trigger orders.keep_all
DROP TRIGGER `keep_all_update`;
