-- create_table shelves
CREATE TABLE "shelves" (
    "from" integer NOT NULL,
    "to" integer NOT NULL,
    CONSTRAINT "shelves_apart" EXCLUDE USING btree ("from" WITH =, "to" WITH =)
);
