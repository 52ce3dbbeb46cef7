-- create_table system
CREATE TABLE "system" (
    "ctid" INTEGER NOT NULL
) STRICT;
