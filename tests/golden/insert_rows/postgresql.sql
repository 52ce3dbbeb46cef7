-- insert_rows accounts, 2 rows
INSERT INTO "accounts" ("id", "name", "active", "kind") VALUES
    (1, 'Ada', true, 'private'),
    (2, 'Acme', false, 'company');

-- insert_rows accounts, 2 rows
SELECT setval(pg_get_serial_sequence('"accounts"', 'id'), max("id")) FROM "accounts"
HAVING max("id") > (SELECT coalesce(last_value, start_value - 1) FROM pg_sequences WHERE format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence('"accounts"', 'id'));
