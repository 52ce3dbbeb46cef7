-- add_column lines.total, add_column lines.shout
ALTER TABLE `lines`
    ADD COLUMN `total` int GENERATED ALWAYS AS (pieces * price) STORED,
    ADD CONSTRAINT `lines_total_check` CHECK (`total` IS NOT NULL),
    ADD COLUMN `shout` varchar(40) GENERATED ALWAYS AS (upper(name)) STORED;
