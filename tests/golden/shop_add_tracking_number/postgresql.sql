-- add_column orders.tracking_number
ALTER TABLE "orders" ADD COLUMN "tracking_number" varchar(50);

-- add_index orders.orders_tracking_number_idx
CREATE INDEX "orders_tracking_number_idx" ON "orders" ("tracking_number");
