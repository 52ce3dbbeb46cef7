-- drop_column stock.pieces
ALTER TABLE `stock`
    DROP INDEX `stock_pieces_idx`,
    DROP INDEX `stock_pieces_article_idx`,
    DROP COLUMN `pieces`;
