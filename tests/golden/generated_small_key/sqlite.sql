-- create_table colours
CREATE TABLE "colours" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
