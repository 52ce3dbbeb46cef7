-- drop_column stock.id
ALTER TABLE "stock" DROP COLUMN "id";
