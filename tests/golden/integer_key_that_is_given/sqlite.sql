-- create_table countries
CREATE TABLE "countries" (
    "iso_number" INT NOT NULL,
    PRIMARY KEY ("iso_number")
) STRICT;
