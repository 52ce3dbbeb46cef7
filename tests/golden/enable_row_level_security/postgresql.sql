-- enable_row_level_security notes
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- create_policy notes.own
CREATE POLICY "own" ON "notes"
    USING (owner = current_user);
