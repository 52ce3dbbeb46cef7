-- drop_column stock.pieces
ALTER TABLE "stock" DROP COLUMN "pieces";
