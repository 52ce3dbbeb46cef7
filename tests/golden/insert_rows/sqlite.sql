-- insert_rows accounts, 2 rows
INSERT INTO "accounts" ("id", "name", "active", "kind") VALUES
    (1, 'Ada', 1, 'private'),
    (2, 'Acme', 0, 'company');
