-- backfill memberships.points
UPDATE `memberships` SET `points` = 0;
