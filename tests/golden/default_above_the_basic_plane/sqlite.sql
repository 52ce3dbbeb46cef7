-- create_table smiles
CREATE TABLE "smiles" (
    "smile" TEXT NOT NULL DEFAULT '😀' CHECK (length("smile") <= 10),
    "grin" TEXT NOT NULL DEFAULT '😁'
) STRICT;
