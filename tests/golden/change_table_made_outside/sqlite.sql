-- add_column elsewhere.note
ALTER TABLE "elsewhere" ADD COLUMN "note" TEXT CHECK (length("note") <= 40);

-- rename_column elsewhere.old_name to new_name
ALTER TABLE "elsewhere" RENAME COLUMN "old_name" TO "new_name";

-- add_index elsewhere.elsewhere_note_idx
CREATE INDEX "elsewhere_note_idx" ON "elsewhere" ("note");

-- drop_index elsewhere.(note)
DROP INDEX "elsewhere_note_idx";

-- drop_column elsewhere.note
ALTER TABLE "elsewhere" DROP COLUMN "note";

-- drop_table elsewhere
DROP TABLE "elsewhere";
