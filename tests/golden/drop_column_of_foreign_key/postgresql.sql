-- drop_column stock.shelf_id
ALTER TABLE "stock" DROP COLUMN "shelf_id";
