-- backfill accounts.balance, active
UPDATE "accounts" SET "balance" = (balance * 1.5), "active" = false
WHERE (seen_at IS NULL);
