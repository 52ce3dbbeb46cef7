-- create_table things
CREATE TABLE "things" (
    "seats" int4range NOT NULL,
    "prices" numrange NOT NULL,
    "stay" daterange NOT NULL DEFAULT '[2024-02-28,2024-03-01)',
    "during" tstzrange NOT NULL
);
