#include <godwit/data.hpp>

#include "golden/calls.hpp"

namespace godwit::test {

void addDataCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "data",
         .title = "Rows",
         .text = "`expr` stands for itself; other values are quoted as each database wants them.",
         .calls = {
             GODWIT_CALL(schema.insert("authors", {{"name", "Ada"}})),
             GODWIT_CALL(schema.insert("authors", {"id", "name"}, {{1, "Ada"}, {2, "Grace"}})),
             GODWIT_CALL(schema.insert("authors", {{"id", 1}, {"name", "Ada"}}).ifNotExists()),
             GODWIT_CALL(schema.update("books", {{"pages", 0}}).by({{"subtitle", null}})),
             GODWIT_CALL(schema.update("books", {{"in_print", false}}).where("pages = 0")),
             GODWIT_CALL(schema.update("books", {{"pages", expr("pages + 1")}}).allRows()),
             GODWIT_CALL(schema.erase("books").by({{"title", "Untitled"}})),
             GODWIT_CALL(schema.erase("books").allRows()),
         }});
    themes.push_back({.page = "data",
                      .title = "Backfills",
                      .text = "In portions by the rows' keys, each a transaction of its own; shown "
                              "is the statement without the keys of a portion.",
                      .calls = {
                          GODWIT_CALL(schema.backfill("books").set("subtitle", expr("title"))),
                          GODWIT_CALL(schema.backfill("books")
                                          .set("pages", 1)
                                          .where("pages = 0")
                                          .by({"id"})
                                          .batchesOf(1000)
                                          .pause(20)),
                      }});
    themes.push_back(
        {.page = "data",
         .title = "C++ steps",
         .text = "",
         .calls = {
             GODWIT_CALL(schema.data(
                 "count the books",
                 "rev-1",
                 [](DataContext& db) { db.execute("UPDATE books SET pages = pages + ?", {1}); })),
             GODWIT_CALL(schema
                             .data("count the books",
                                   "rev-1",
                                   [](DataContext& db) { db.checkpoint("half"); })
                             .resumable()),
         }});
    themes.push_back(
        {.page = "data",
         .title = "Checks",
         .text = "When the query does not give what it must, the migration fails.",
         .calls = {
             GODWIT_CALL(
                 schema.verify("no endless books", "SELECT count(*) FROM books WHERE pages > 5000")
                     .equals(0)),
             GODWIT_CALL(schema.verify("few books", "SELECT count(*) FROM books").atMost(1000)),
             GODWIT_CALL(
                 schema.verify("books are counted", "SELECT count(*) FROM books").atLeast(0)),
             GODWIT_CALL(schema.verify("no nameless book", "SELECT id FROM books WHERE title = ''")
                             .isEmpty()),
             GODWIT_CALL(schema.verify("one row", "SELECT 1").isNotEmpty()),
         }});
    themes.push_back(
        {.page = "data",
         .title = "Kept copies",
         .text = "What goes is kept in a table of its own until the way down brings it back, or "
                 "`dropCopy` lets go of it.",
         .calls = {
             GODWIT_CALL(schema.dropTable("books").keepCopy()),
             GODWIT_IN_ALTER(t.dropColumn("subtitle").keepCopy()),
             GODWIT_IN_ALTER(t.changeType("subtitle", text()).keepCopy()),
             GODWIT_CALL(schema.dropTable("books").keepCopy(); schema.dropCopy("books")),
         }});
    themes.push_back(
        {.page = "data",
         .title = "Rows in change()",
         .text = "What is set says what was there before, and what is erased is said in full.",
         .calls = {
             GODWIT_CHANGE(schema.insert("authors", {{"id", 1}, {"name", "Ada"}})),
             GODWIT_CHANGE(
                 schema.insert("authors", {{"id", 1}, {"name", "Ada"}});
                 schema.insert("books", {{"author_id", 1}, {"title", "Notes"}, {"price", "9.99"}})
                     .by({"author_id", "title"})),
             GODWIT_CHANGE(
                 schema.update("books", {{"pages", 1}}).by({{"id", 7}}).from({{"pages", 0}})),
             GODWIT_CHANGE(schema.erase("authors", {{"id", 1}, {"name", "Ada"}})),
             GODWIT_CHANGE(schema.erase("authors", {"id", "name"}, {{1, "Ada"}, {2, "Grace"}})),
             GODWIT_CHANGE(schema.backfill("books", nothing).set("subtitle", expr("title"))),
             GODWIT_CHANGE(schema.data(
                 "double the pages",
                 "rev-1",
                 [](DataContext& db) { db.execute("UPDATE books SET pages = pages * 2"); },
                 [](DataContext& db) { db.execute("UPDATE books SET pages = pages / 2"); })),
             GODWIT_CHANGE(schema.verify("few books", "SELECT count(*) FROM books").atMost(1000)),
         }});
}

}  // namespace godwit::test
