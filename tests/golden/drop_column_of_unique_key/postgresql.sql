-- drop_column stock.serial
ALTER TABLE "stock" DROP COLUMN "serial";
