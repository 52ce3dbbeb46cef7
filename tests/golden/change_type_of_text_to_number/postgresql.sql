-- change_type articles.title
ALTER TABLE "articles" ALTER COLUMN "title" TYPE integer USING "title"::integer;
