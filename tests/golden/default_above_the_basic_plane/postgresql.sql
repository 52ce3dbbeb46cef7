-- create_table smiles
CREATE TABLE "smiles" (
    "smile" varchar(10) NOT NULL DEFAULT '😀',
    "grin" text NOT NULL DEFAULT '😁'
);
