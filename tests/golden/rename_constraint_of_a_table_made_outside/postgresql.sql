-- rename_constraint journals.journals_once to once
ALTER TABLE "journals" RENAME CONSTRAINT "journals_once" TO "once";
