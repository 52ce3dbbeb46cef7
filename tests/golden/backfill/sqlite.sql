-- backfill accounts.balance, active
UPDATE "accounts" SET "balance" = (balance * 3 / 2), "active" = 0
WHERE (seen_at IS NULL);
