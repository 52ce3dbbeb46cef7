-- create_table lines
CREATE TABLE "lines" (
    "price" numeric(8, 2) NOT NULL,
    "gross" numeric(9, 2) NOT NULL GENERATED ALWAYS AS (price * 1.2) STORED
);
