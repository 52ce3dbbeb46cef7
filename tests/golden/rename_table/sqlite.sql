-- rename_table projects to undertakings
ALTER TABLE "projects" RENAME TO "undertakings";

-- drop_index undertakings.(priority, starts_on)
DROP INDEX "projects_priority_starts_on_idx";
