-- create_table godwit_copy_accounts_balance_db2ddee6
CREATE TABLE "godwit_copy_accounts_balance_db2ddee6" (
    "id" bigint NOT NULL,
    "godwit_before" numeric(12, 2),
    "godwit_after" bigint,
    CONSTRAINT "godwit_copy_accounts_balance_db2ddee6_pkey" PRIMARY KEY ("id")
);

-- copy_rows godwit_copy_accounts_balance_db2ddee6 from accounts
LOCK TABLE "accounts" IN ACCESS EXCLUSIVE MODE;

-- copy_rows godwit_copy_accounts_balance_db2ddee6 from accounts
INSERT INTO "godwit_copy_accounts_balance_db2ddee6" ("id", "godwit_before")
SELECT "id", "balance" FROM "accounts";

-- change_type accounts.balance
ALTER TABLE "accounts" ALTER COLUMN "balance" TYPE bigint;

-- copy_column godwit_copy_accounts_balance_db2ddee6.godwit_after from accounts.balance
UPDATE "godwit_copy_accounts_balance_db2ddee6" SET "godwit_after" = (SELECT "accounts"."balance" FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id")
WHERE EXISTS (SELECT 1 FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id");
