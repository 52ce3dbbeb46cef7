-- create_table countries
CREATE TABLE "countries" (
    "iso_number" integer NOT NULL,
    CONSTRAINT "countries_pkey" PRIMARY KEY ("iso_number")
);
