-- drop_index seats.by_label
DROP INDEX "by_label";

-- drop_index seats.(price)
DROP INDEX "seats_price_idx";
