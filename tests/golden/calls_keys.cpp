#include "golden/calls.hpp"

namespace godwit::test {

namespace {

void addConstraintCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "keys",
                      .title = "Primary and unique keys",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.primaryKey({"stars"})),
                          GODWIT_IN_CREATE(t.primaryKey({"stars"}).named("reviews_by_stars")),
                          GODWIT_IN_CREATE(t.integer("x").primaryKey()),
                          GODWIT_IN_CREATE(t.unique({"stars"})),
                          GODWIT_IN_CREATE(t.integer("x").unique()),
                          GODWIT_IN_CREATE(t.unique({"stars"}).nullsNotDistinct()),
                          GODWIT_IN_CREATE(t.unique({"stars"}).deferrable(initiallyDeferred)),
                      }});
    themes.push_back(
        {.page = "keys",
         .title = "Foreign keys",
         .text = "What happens to the row is one of `noAction`, `restrict`, `cascade`, `setNull` "
                 "and `setDefault`.",
         .calls = {
             GODWIT_IN_CREATE(t.bigInteger("x").references("books").onDelete(cascade)),
             GODWIT_IN_CREATE(
                 t.bigInteger("x").nullable().references("books").onDelete(setNull).onUpdate(
                     restrict)),
             GODWIT_IN_CREATE(
                 t.bigInteger("x").nullable().references("books").onDelete(setDefault)),
             GODWIT_IN_CREATE(t.bigInteger("x").references("books").deferrable(initiallyImmediate)),
             GODWIT_IN_CREATE(t.bigInteger("x"); t.string("y", 200);
                              t.foreignKey({"x", "y"}).references("books", {"author_id", "title"})),
             GODWIT_IN_CREATE(t.bigInteger("x"); t.string("y", 200);
                              t.foreignKey({"x", "y"})
                                  .references("books", {"author_id", "title"})
                                  .named("reviews_of_books")
                                  .onDelete(noAction)
                                  .onUpdate(cascade)),
             GODWIT_IN_CREATE(
                 t.bigInteger("x");
                 t.foreignKey({"x"}).references("books", {"id"}).deferrable(initiallyDeferred)),
         }});
    themes.push_back(
        {.page = "keys",
         .title = "Checks and exclusions",
         .text = "",
         .calls = {
             GODWIT_IN_CREATE(t.check("stars_are_few", "stars BETWEEN 1 AND 5")),
             GODWIT_IN_CREATE(t.check("stars_are_few",
                                      {.postgresql = "stars <@ int4range(1, 6)",
                                       .mysql = "stars BETWEEN 1 AND 5",
                                       .mariadb = sameAs::mysql,
                                       .sqlite = "stars IN (1, 2, 3, 4, 5)"})),
             GODWIT_IN_CREATE(t.exclude("stars_differ", {{"stars", "="}}).method(btree)),
             GODWIT_IN_CREATE(t.exclude("stars_differ", {{"int4range(stars, stars + 2)", "&&"}})
                                  .where("stars > 1")
                                  .deferrable(initiallyDeferred)),
         }});
}

void addIndexCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "keys",
         .title = "Indexes",
         .text = "",
         .calls = {
             GODWIT_IN_CREATE(t.index({"stars"})),
             GODWIT_IN_CREATE(t.index({"stars"}).unique().named("reviews_once")),
             GODWIT_IN_CREATE(t.index({"stars"}).unique().nullsNotDistinct()),
             GODWIT_IN_CREATE(t.index({desc("stars")})),
             GODWIT_IN_CREATE(t.index({column("stars").nulls(nullsLast)})),
             GODWIT_IN_CREATE(t.index({column("stars").descending().nulls(nullsLast)})),
             GODWIT_IN_CREATE(t.index(expr("abs(stars)"))),
             GODWIT_IN_CREATE(t.text("x"); t.index({prefix("x", 64)})),
             GODWIT_IN_CREATE(t.text("x"); t.index({column("x").prefix(64).descending()})),
             GODWIT_IN_CREATE(t.string("x", 20);
                              t.index({column("x").operatorClass("text_pattern_ops")})),
             GODWIT_IN_CREATE(t.string("x", 20);
                              t.index({column("x").collate("C")}).only(postgresql)),
             GODWIT_IN_CREATE(t.index({"stars"}).where("stars > 3")),
             GODWIT_IN_CREATE(t.integer("x"); t.index({"stars"}).include({"x"})),
             GODWIT_IN_CREATE(t.index({"stars"}).method(hash)),
             GODWIT_IN_CREATE(t.json("x"); t.index({"x"}).method(gin)),
             GODWIT_IN_CREATE(t.index({"stars"}).invisible()),
             GODWIT_IN_CREATE(t.index({"stars"}).parameter("fillfactor", "70")),
             GODWIT_IN_CREATE(t.index({"stars"}).tablespace("pg_default")),
             GODWIT_IN_CREATE(t.index({"stars"}).comment("For the front page.")),
             GODWIT_IN_CREATE(t.text("x"); t.fullText({"x"})),
             GODWIT_IN_CREATE_WITH("postgis", t.point("x"); t.spatial("x")),
         }});
}

}  // namespace

void addKeyCalls(std::vector<ReferenceTheme>& themes) {
    addConstraintCalls(themes);
    addIndexCalls(themes);
}

}  // namespace godwit::test
