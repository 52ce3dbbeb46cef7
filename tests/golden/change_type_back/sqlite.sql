-- forget_changed godwit_copy_accounts_balance_db2ddee6 where accounts.balance differs
DELETE FROM "godwit_copy_accounts_balance_db2ddee6"
WHERE NOT EXISTS (SELECT 1 FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id" AND "accounts"."balance" COLLATE BINARY IS "godwit_copy_accounts_balance_db2ddee6"."godwit_after");

-- change_type accounts.balance
CREATE TABLE "godwit_new_accounts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL CHECK (length("name") <= 80),
    "balance" INTEGER NOT NULL DEFAULT 0 CHECK ("balance" BETWEEN -999999999999 AND 999999999999),
    "active" INTEGER NOT NULL DEFAULT 1 CHECK ("active" IN (0, 1)),
    "kind" TEXT NOT NULL DEFAULT 'private' CONSTRAINT "accounts_kind_check" CHECK ("kind" IN ('private', 'company')),
    "seen_at" TEXT,
    "settings" TEXT CHECK ("settings" IS NULL OR json_valid("settings")),
    "picture" BLOB,
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_accounts', seq FROM sqlite_sequence WHERE name = 'accounts';
INSERT INTO "godwit_new_accounts" ("id", "name", "balance", "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at")
    SELECT "id", "name", "balance" * 100, "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at"
    FROM "accounts" ORDER BY rowid;
DROP TABLE "accounts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_accounts" RENAME TO "accounts";
PRAGMA legacy_alter_table = OFF;

-- copy_column accounts.balance from godwit_copy_accounts_balance_db2ddee6.godwit_before
UPDATE "accounts" SET "balance" = (SELECT "godwit_copy_accounts_balance_db2ddee6"."godwit_before" FROM "godwit_copy_accounts_balance_db2ddee6" WHERE "godwit_copy_accounts_balance_db2ddee6"."id" = "accounts"."id")
WHERE EXISTS (SELECT 1 FROM "godwit_copy_accounts_balance_db2ddee6" WHERE "godwit_copy_accounts_balance_db2ddee6"."id" = "accounts"."id");

-- drop_table godwit_copy_accounts_balance_db2ddee6
DROP TABLE IF EXISTS "godwit_copy_accounts_balance_db2ddee6";
