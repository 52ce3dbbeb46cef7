-- create_table smiles
CREATE TABLE "smiles" (
    "id" /* 😀 */ INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
