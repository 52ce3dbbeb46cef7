-- validate_constraint articles.articles_have_words
ALTER TABLE "articles" VALIDATE CONSTRAINT "articles_have_words";
