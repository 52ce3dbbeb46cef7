-- create_table colour
CREATE TABLE "colour" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
