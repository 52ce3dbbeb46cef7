-- add_check articles.articles_are_short
ALTER TABLE "articles" ADD CONSTRAINT "articles_are_short" CHECK (words < 10000) NOT VALID;

-- validate_constraint articles.articles_are_short
ALTER TABLE "articles" VALIDATE CONSTRAINT "articles_are_short";
