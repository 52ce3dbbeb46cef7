-- set_table_comment projects
CREATE TABLE "godwit_new_projects" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL CHECK (length("code") <= 20),
    "priority" INTEGER NOT NULL DEFAULT 3,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT,
    CONSTRAINT "projects_code_key" UNIQUE ("code"),
    CONSTRAINT "projects_ends_after_start" CHECK (ends_on >= starts_on)
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_projects', seq FROM sqlite_sequence WHERE name = 'projects';
INSERT INTO "godwit_new_projects" ("id", "code", "priority", "starts_on", "ends_on")
    SELECT "id", "code", "priority", "starts_on", "ends_on"
    FROM "projects" ORDER BY rowid;
DROP TABLE "projects";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_projects" RENAME TO "projects";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "projects_priority_starts_on_idx" ON "projects" ("priority", "starts_on");
CREATE UNIQUE INDEX "one_start_a_day" ON "projects" ("starts_on");
