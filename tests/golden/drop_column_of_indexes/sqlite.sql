-- drop_column stock.pieces
DROP INDEX "stock_pieces_idx";

-- drop_column stock.pieces
DROP INDEX "stock_pieces_article_idx";

-- drop_column stock.pieces
ALTER TABLE "stock" DROP COLUMN "pieces";
