-- create_table smile 😀
CREATE TABLE "smile 😀" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
