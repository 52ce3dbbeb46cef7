-- add_index plain.Primary
CREATE INDEX "Primary" ON "plain" ("id");
