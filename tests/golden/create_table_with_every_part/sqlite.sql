-- create_table projects
CREATE TABLE "projects" ( /* What we work on. */
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL CHECK (length("code") <= 20),
    "priority" INTEGER NOT NULL DEFAULT 3,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT,
    CONSTRAINT "projects_code_key" UNIQUE ("code"),
    CONSTRAINT "projects_ends_after_start" CHECK (ends_on >= starts_on)
) STRICT;

-- create_table projects
CREATE INDEX "projects_priority_starts_on_idx" ON "projects" ("priority", "starts_on");

-- create_table projects
CREATE UNIQUE INDEX "one_start_a_day" ON "projects" ("starts_on");
