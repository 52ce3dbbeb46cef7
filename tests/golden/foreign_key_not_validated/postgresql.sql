-- add_foreign_key articles.words_fk
ALTER TABLE "articles" ADD CONSTRAINT "words_fk" FOREIGN KEY ("words") REFERENCES "authors" ("id") NOT VALID;

-- validate_constraint articles.words_fk
ALTER TABLE "articles" VALIDATE CONSTRAINT "words_fk";
