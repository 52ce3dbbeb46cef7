-- drop_table orders
DROP TABLE "orders";

-- drop_table orders
DROP TYPE "order_status";
