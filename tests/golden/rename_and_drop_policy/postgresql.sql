-- rename_policy notes.own to mine
ALTER POLICY "own" ON "notes" RENAME TO "mine";

-- drop_policy notes.mine
DROP POLICY "mine" ON "notes";

-- disable_row_level_security notes
ALTER TABLE "notes" DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
