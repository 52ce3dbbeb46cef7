-- create_table godwit_copy_accounts_9b7fdb57
CREATE TABLE "godwit_copy_accounts_9b7fdb57" (
    "id" bigint NOT NULL,
    "name" varchar(80),
    "balance" numeric(12, 2),
    "active" boolean,
    "kind" varchar(255),
    "seen_at" timestamptz(6),
    "settings" jsonb,
    "picture" bytea,
    "created_at" timestamptz(6),
    "updated_at" timestamptz(6),
    CONSTRAINT "godwit_copy_accounts_9b7fdb57_pkey" PRIMARY KEY ("id")
);

-- copy_rows godwit_copy_accounts_9b7fdb57 from accounts
LOCK TABLE "accounts" IN ACCESS EXCLUSIVE MODE;

-- copy_rows godwit_copy_accounts_9b7fdb57 from accounts
INSERT INTO "godwit_copy_accounts_9b7fdb57" ("id", "name", "balance", "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at")
SELECT "id", "name", "balance", "active", CAST("kind" AS varchar(255)), "seen_at", "settings", "picture", "created_at", "updated_at" FROM "accounts";

-- drop_table accounts
DROP TABLE "accounts";

-- drop_table accounts
DROP TYPE "account_kind";
