-- backfill accounts.balance, active
UPDATE "accounts" SET "balance" = (balance * 100), "active" = false
WHERE (seen_at IS NULL);
