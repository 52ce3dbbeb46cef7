-- insert_rows accounts, 1 row
INSERT INTO "accounts" ("name", "balance", "active", "seen_at", "settings", "picture", "created_at", "updated_at") VALUES ('back\slash ? :name $$', 123456789050, 1, '2025-02-17T14:30:00.250Z', '{"theme": "dark"}', x'89504e4700', (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), (CURRENT_TIMESTAMP));

-- insert_rows accounts, 1 row
INSERT INTO "accounts" ("name", "seen_at", "picture") VALUES ('nobody', NULL, x'74657874');
