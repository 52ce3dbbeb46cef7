-- create_table accounts
CREATE TABLE "accounts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL CHECK (length("name") <= 80),
    "kind" TEXT NOT NULL CONSTRAINT "accounts_kind_check" CHECK ("kind" IN ('private', 'company')),
    "added" INTEGER NOT NULL DEFAULT 0
) STRICT;

-- copy_rows accounts from godwit_copy_accounts_9b7fdb57
INSERT INTO "accounts" ("id", "name", "kind")
SELECT "id", "name", "kind" FROM "godwit_copy_accounts_9b7fdb57";

-- drop_table godwit_copy_accounts_9b7fdb57
DROP TABLE IF EXISTS "godwit_copy_accounts_9b7fdb57";
