-- create_table invoices
CREATE TABLE "invoices" (
    "number" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

-- create_table invoices
INSERT INTO sqlite_sequence (name, seq) VALUES ('invoices', 999);
