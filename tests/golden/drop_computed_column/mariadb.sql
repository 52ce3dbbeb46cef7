-- drop_column rows.twice
ALTER TABLE `rows`
    DROP CONSTRAINT `lines_twice_check`,
    DROP COLUMN `twice`;
