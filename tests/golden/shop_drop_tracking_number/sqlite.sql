-- drop_column orders.tracking_number
DROP INDEX "orders_tracking_number_idx";

-- drop_column orders.tracking_number
ALTER TABLE "orders" DROP COLUMN "tracking_number";
