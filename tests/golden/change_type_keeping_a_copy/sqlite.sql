-- create_table godwit_copy_accounts_balance_db2ddee6
CREATE TABLE "godwit_copy_accounts_balance_db2ddee6" (
    "id" INT NOT NULL,
    "godwit_before" INTEGER CHECK ("godwit_before" BETWEEN -999999999999 AND 999999999999),
    "godwit_after" INTEGER,
    PRIMARY KEY ("id")
) STRICT;

-- copy_rows godwit_copy_accounts_balance_db2ddee6 from accounts
INSERT INTO "godwit_copy_accounts_balance_db2ddee6" ("id", "godwit_before")
SELECT "id", "balance" FROM "accounts";

-- change_type accounts.balance
CREATE TABLE "godwit_new_accounts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL CHECK (length("name") <= 80),
    "balance" INTEGER NOT NULL DEFAULT 0,
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
    SELECT "id", "name", ("balance" + CASE WHEN "balance" < 0 THEN -50 ELSE 50 END) / 100, "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at"
    FROM "accounts" ORDER BY rowid;
DROP TABLE "accounts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_accounts" RENAME TO "accounts";
PRAGMA legacy_alter_table = OFF;

-- copy_column godwit_copy_accounts_balance_db2ddee6.godwit_after from accounts.balance
UPDATE "godwit_copy_accounts_balance_db2ddee6" SET "godwit_after" = (SELECT "accounts"."balance" FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id")
WHERE EXISTS (SELECT 1 FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id");
