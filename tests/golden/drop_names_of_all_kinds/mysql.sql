-- rename_column it's a "table" `with` \ everything.what? to what!
ALTER TABLE `it's a "table" ``with`` \ everything` RENAME COLUMN `what?` TO `what!`;

-- drop_index it's a "table" `with` \ everything.i'n"d`e?x, drop_column it's a "table" `with` \ everything.:name
ALTER TABLE `it's a "table" ``with`` \ everything`
    DROP INDEX `i'n"d``e?x`,
    DROP COLUMN `:name`;

-- drop_table it's a "table" `with` \ everything
DROP TABLE `it's a "table" ``with`` \ everything`;
