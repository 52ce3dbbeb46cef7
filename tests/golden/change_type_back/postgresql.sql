-- forget_changed godwit_copy_accounts_balance_db2ddee6 where accounts.balance differs
LOCK TABLE "accounts" IN ACCESS EXCLUSIVE MODE;

-- forget_changed godwit_copy_accounts_balance_db2ddee6 where accounts.balance differs
DELETE FROM "godwit_copy_accounts_balance_db2ddee6"
WHERE NOT EXISTS (SELECT 1 FROM "accounts" WHERE "accounts"."id" = "godwit_copy_accounts_balance_db2ddee6"."id" AND "accounts"."balance" IS NOT DISTINCT FROM "godwit_copy_accounts_balance_db2ddee6"."godwit_after");

-- change_type accounts.balance
ALTER TABLE "accounts" ALTER COLUMN "balance" TYPE numeric(12, 2);

-- copy_column accounts.balance from godwit_copy_accounts_balance_db2ddee6.godwit_before
UPDATE "accounts" SET "balance" = (SELECT "godwit_copy_accounts_balance_db2ddee6"."godwit_before" FROM "godwit_copy_accounts_balance_db2ddee6" WHERE "godwit_copy_accounts_balance_db2ddee6"."id" = "accounts"."id")
WHERE EXISTS (SELECT 1 FROM "godwit_copy_accounts_balance_db2ddee6" WHERE "godwit_copy_accounts_balance_db2ddee6"."id" = "accounts"."id");

-- drop_table godwit_copy_accounts_balance_db2ddee6
DROP TABLE IF EXISTS "godwit_copy_accounts_balance_db2ddee6";
