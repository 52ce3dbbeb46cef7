-- create_policy notes.short_ones
CREATE POLICY "short_ones" ON "notes" AS RESTRICTIVE FOR INSERT TO "public"
    WITH CHECK (length(body) < 100);
