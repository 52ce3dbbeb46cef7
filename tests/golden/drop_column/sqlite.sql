-- drop_column stock.label
ALTER TABLE "stock" DROP COLUMN "label";
