-- set_column_comment people.age, set_column_comment people.name
ALTER TABLE `people`
    MODIFY COLUMN `age` int COMMENT 'In whole years.',
    MODIFY COLUMN `name` varchar(80) NOT NULL;
