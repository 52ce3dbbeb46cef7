-- create_table godwit_copy_accounts_kind_31b01516
CREATE TABLE "godwit_copy_accounts_kind_31b01516" (
    "id" bigint NOT NULL,
    "kind" varchar(255),
    CONSTRAINT "godwit_copy_accounts_kind_31b01516_pkey" PRIMARY KEY ("id")
);

-- copy_rows godwit_copy_accounts_kind_31b01516 from accounts
LOCK TABLE "accounts" IN ACCESS EXCLUSIVE MODE;

-- copy_rows godwit_copy_accounts_kind_31b01516 from accounts
INSERT INTO "godwit_copy_accounts_kind_31b01516" ("id", "kind")
SELECT "id", CAST("kind" AS varchar(255)) FROM "accounts";

-- drop_column accounts.kind
ALTER TABLE "accounts" DROP COLUMN "kind";

-- drop_column accounts.kind
DROP TYPE "account_kind";
