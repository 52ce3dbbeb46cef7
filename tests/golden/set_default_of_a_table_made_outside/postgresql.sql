-- set_default journals.title
ALTER TABLE "journals" ALTER COLUMN "title" SET DEFAULT 'untitled';
