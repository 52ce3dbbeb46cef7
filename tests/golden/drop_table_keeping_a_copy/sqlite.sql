-- create_table godwit_copy_accounts_9b7fdb57
CREATE TABLE "godwit_copy_accounts_9b7fdb57" (
    "id" INT NOT NULL,
    "name" TEXT CHECK (length("name") <= 80),
    "balance" INTEGER CHECK ("balance" BETWEEN -999999999999 AND 999999999999),
    "active" INTEGER CHECK ("active" IN (0, 1)),
    "kind" TEXT CHECK (length("kind") <= 255),
    "seen_at" TEXT,
    "settings" TEXT CHECK ("settings" IS NULL OR json_valid("settings")),
    "picture" BLOB,
    "created_at" TEXT,
    "updated_at" TEXT,
    PRIMARY KEY ("id")
) STRICT;

-- copy_rows godwit_copy_accounts_9b7fdb57 from accounts
INSERT INTO "godwit_copy_accounts_9b7fdb57" ("id", "name", "balance", "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at")
SELECT "id", "name", "balance", "active", "kind", "seen_at", "settings", "picture", "created_at", "updated_at" FROM "accounts";

-- drop_table accounts
DROP TABLE "accounts";
