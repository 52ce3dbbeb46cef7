-- drop_column orders.tracking_number
ALTER TABLE "orders" DROP COLUMN "tracking_number";
