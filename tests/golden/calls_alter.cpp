#include "golden/calls.hpp"

namespace godwit::test {

namespace {

void addChangesOfColumns(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "changes",
                      .title = "New columns",
                      .text =
                          "Every call that makes a [column](columns.md), a [key, a check or an "
                          "index](keys.md) in a new table makes it in one that is there as well.",
                      .calls = {
                          GODWIT_IN_ALTER(t.integer("x").nullable()),
                          GODWIT_IN_ALTER(t.integer("x").defaultTo(1).after("title")),
                          GODWIT_IN_ALTER(t.integer("x").defaultTo(1).first()),
                          GODWIT_IN_ALTER(t.text("x").nullable().ifNotExists()),
                      }});
    themes.push_back({.page = "changes",
                      .title = "Columns that go or get another name",
                      .text = "",
                      .calls = {
                          GODWIT_IN_ALTER(t.dropColumn("subtitle")),
                          GODWIT_IN_ALTER(t.dropColumn("subtitle").ifExists()),
                          GODWIT_IN_ALTER(t.dropColumn("subtitle", string(200).nullable())),
                          GODWIT_IN_ALTER(t.renameColumn("title", "name")),
                          GODWIT_IN_ALTER(t.renameColumn("title", "name").ifExists()),
                      }});
    themes.push_back(
        {.page = "changes",
         .title = "Types, NULL, defaults, comments",
         .text = "",
         .calls = {
             GODWIT_IN_ALTER(t.changeType("pages", bigInteger())),
             GODWIT_IN_ALTER(t.changeType("price", decimal(12, 2)).ifExists()),
             GODWIT_IN_ALTER(t.changeType("in_print", integer())
                                 .castUsing("CASE WHEN in_print THEN 1000 ELSE 0 END")),
             GODWIT_IN_ALTER(t.setNotNull("subtitle")),
             GODWIT_IN_ALTER(t.setNotNull("subtitle").ifExists()),
             GODWIT_IN_ALTER(t.setNotNull("subtitle").backfillFrom("title")),
             GODWIT_IN_ALTER(t.setNotNull("subtitle").backfillWith("''")),
             GODWIT_IN_ALTER(t.dropNotNull("pages")),
             GODWIT_IN_ALTER(t.setDefault("pages", 100)),
             GODWIT_IN_ALTER(t.setDefault("pages", 100).ifExists()),
             GODWIT_IN_ALTER(t.setDefault("subtitle", "none")),
             GODWIT_IN_ALTER(t.dropDefault("pages")),
             GODWIT_IN_ALTER(t.comment("All that was ever printed.")),
             GODWIT_IN_ALTER(t.commentOn("title", "As printed.")),
             GODWIT_IN_ALTER(t.commentOn("title", "As printed.").ifExists()),
         }});
}

void addChangesOfConstraints(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "changes",
         .title = "Keys and constraints",
         .text = "",
         .calls = {
             GODWIT_IN_ALTER(t.unique({"title"})),
             GODWIT_IN_ALTER(t.unique({"title"}).ifNotExists()),
             GODWIT_IN_ALTER(t.dropPrimaryKey()),
             GODWIT_IN_ALTER(t.dropUnique("books_once")),
             GODWIT_IN_ALTER(t.dropUnique({"author_id", "title"})),
             GODWIT_IN_ALTER(t.foreignKey({"author_id"})
                                 .references("authors", {"id"})
                                 .named("books_by_author")),
             GODWIT_IN_ALTER(t.foreignKey({"author_id"})
                                 .references("authors", {"id"})
                                 .named("books_by_author")
                                 .ifNotExists()),
             GODWIT_IN_ALTER(t.foreignKey({"author_id"})
                                 .references("authors", {"id"})
                                 .named("books_by_author")
                                 .notValid()),
             GODWIT_IN_ALTER(t.dropForeignKey({"author_id"})),
             GODWIT_IN_ALTER(t.dropForeignKey("books_author_id_fkey").ifExists()),
             GODWIT_IN_ALTER(t.check("books_are_short", "pages < 5000")),
             GODWIT_IN_ALTER(t.check("books_are_short", "pages < 5000").ifNotExists()),
             GODWIT_IN_ALTER(t.check("books_are_short", "pages < 5000").notValid();
                             t.validateConstraint("books_are_short")),
             GODWIT_IN_ALTER(t.dropCheck("books_have_pages")),
             GODWIT_IN_ALTER(t.exclude("books_differ", {{"pages", "="}}).method(btree)),
             GODWIT_IN_ALTER(
                 t.exclude("books_differ", {{"pages", "="}}).method(btree).ifNotExists()),
             GODWIT_IN_ALTER(t.exclude("books_differ", {{"pages", "="}}).method(btree);
                             t.dropExclusion("books_differ")),
             GODWIT_IN_ALTER(t.renameConstraint("books_have_pages", "pages_are_counted")),
             GODWIT_IN_ALTER(t.renameConstraint("books_once", "books_of_authors")),
         }});
    themes.push_back(
        {.page = "changes",
         .title = "Indexes",
         .text = "",
         .calls = {
             GODWIT_IN_ALTER(t.index({"pages"}).ifNotExists()),
             GODWIT_IN_ALTER(t.index({"pages"}).concurrently()),
             GODWIT_IN_ALTER(t.index({"pages"}).algorithm(inPlace).lock(lockNone)),
             GODWIT_IN_ALTER(t.dropIndex({"title"})),
             GODWIT_IN_ALTER(t.dropIndex("books_title_idx").ifExists()),
             GODWIT_IN_ALTER(t.dropIndex("books_title_idx").concurrently()),
             GODWIT_IN_ALTER(t.renameIndex("books_title_idx", "books_by_title")),
             GODWIT_IN_ALTER(t.hideIndex("books_title_idx")),
             GODWIT_IN_ALTER(t.hideIndex("books_title_idx"); t.showIndex("books_title_idx")),
         }});
}

void addReversibleChanges(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "changes",
         .title = "Changes in change()",
         .text =
             "In `change()` a drop says what goes, so that it can come back; what is made needs no "
             "more words than elsewhere. [Reversible migrations](../reversible.md) has the rest.",
         .calls = {
             GODWIT_CHANGE_IN_ALTER(t.string("isbn", 13).nullable()),
             GODWIT_CHANGE_IN_ALTER(t.string("isbn", 13).nullable().after("title")),
             GODWIT_CHANGE_IN_ALTER(t.dropColumn("subtitle", string(200).nullable())),
             GODWIT_CHANGE_IN_ALTER(t.dropColumn("subtitle", string(200).nullable()).keepCopy()),
             GODWIT_CHANGE_IN_ALTER(t.renameColumn("title", "name")),
             GODWIT_CHANGE_IN_ALTER(t.changeType("pages", integer(), bigInteger())),
             GODWIT_CHANGE_IN_ALTER(t.changeType("subtitle", string(200), text())
                                        .castUsing("upper(subtitle)", "lower(subtitle)")),
             GODWIT_CHANGE_IN_ALTER(t.changeType("subtitle", string(200), text()).keepCopy()),
             GODWIT_CHANGE_IN_ALTER(t.setNotNull("subtitle").backfillFrom("title")),
             GODWIT_CHANGE_IN_ALTER(t.dropNotNull("pages")),
             GODWIT_CHANGE_IN_ALTER(t.setDefault("pages", 50).from(0)),
             GODWIT_CHANGE_IN_ALTER(t.comment("All that was ever printed.").from("")),
             GODWIT_CHANGE_IN_ALTER(t.index({"pages"})),
             GODWIT_CHANGE_IN_ALTER(t.dropPrimaryKey({"id"})),
             GODWIT_CHANGE_IN_ALTER(t.dropUnique({"author_id", "title"}).named("books_once")),
             GODWIT_CHANGE_IN_ALTER(t.dropForeignKey({"author_id"}).references("authors", {"id"})),
             GODWIT_CHANGE_IN_ALTER(t.dropIndex({"title"})),
             GODWIT_CHANGE_IN_ALTER(t.dropCheck("books_have_pages", "pages >= 0")),
             GODWIT_CHANGE_IN_ALTER(
                 t.exclude("books_differ", {{"pages", "="}}).method(btree);
                 t.dropExclusion("books_differ", {{"pages", "="}}).method(btree)),
         }});
}

}  // namespace

void addAlterCalls(std::vector<ReferenceTheme>& themes) {
    addChangesOfColumns(themes);
    addChangesOfConstraints(themes);
    addReversibleChanges(themes);
}

}  // namespace godwit::test
