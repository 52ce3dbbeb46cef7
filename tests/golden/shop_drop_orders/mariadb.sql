-- drop_table orders
DROP TABLE `orders`;
