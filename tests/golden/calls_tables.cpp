#include "golden/calls.hpp"

namespace godwit::test {

namespace {

void addCallsOfTheWhole(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "tables",
         .title = "Tables as a whole",
         .text = "",
         .calls = {
             GODWIT_CALL(schema.createTable("reviews", [](Table& t) { t.id(); })),
             GODWIT_CALL(schema.createTable("reviews", [](Table& t) { t.id(); }).ifNotExists()),
             GODWIT_CALL(schema.alterTable("books",
                                           [](Alter& t) {
                                               t.string("isbn", 13).nullable();
                                               t.index({"isbn"});
                                           })),
             GODWIT_CALL(schema.renameTable("books", "prints")),
             GODWIT_CALL(schema.renameTable("books", "prints").ifExists()),
             GODWIT_CALL(schema.dropTable("books")),
             GODWIT_CALL(schema.dropTable("books").ifExists()),
         }});
    themes.push_back(
        {.page = "tables",
         .title = "Why, and for whom",
         .text = "`because` and `only` may follow every call.",
         .calls = {
             GODWIT_CALL(schema.dropTable("books").because("The library has them now, SHOP-17.")),
             GODWIT_IN_CREATE(t.index({"stars"}).only(mysql | mariadb)),
         }});
    themes.push_back({.page = "tables",
                      .title = "Questions",
                      .text = "They are answered from the migrations before. The answer stands in "
                              "the plan as a question to the database, which the run asks before "
                              "it changes anything ([more](../reversible.md#questions)).",
                      .calls = {
                          GODWIT_CALL(schema.hasTable("books")),
                          GODWIT_CALL(schema.hasColumn("books", "isbn")),
                          GODWIT_CALL(schema.hasIndex("books", "books_title_idx")),
                      }});
    themes.push_back({.page = "tables",
                      .title = "Raw SQL",
                      .text = "One text for each database; `nothing` where there is nothing to do.",
                      .calls = {
                          GODWIT_CALL(schema.sql({.postgresql = "ANALYZE books",
                                                  .mysql = "ANALYZE TABLE books",
                                                  .mariadb = sameAs::mysql,
                                                  .sqlite = nothing})),
                      }});
}

}  // namespace

void addTableCalls(std::vector<ReferenceTheme>& themes) {
    addCallsOfTheWhole(themes);
    themes.push_back({.page = "tables",
                      .title = "What is said of a new table",
                      .text = "",
                      .calls = {
                          GODWIT_IN_CREATE(t.comment("What readers think.")),
                          GODWIT_IN_CREATE(t.engine("InnoDB")),
                          GODWIT_IN_CREATE(t.charset("latin1")),
                          GODWIT_IN_CREATE(t.collate("utf8mb4_general_ci")),
                          GODWIT_IN_CREATE(t.rowFormat("DYNAMIC")),
                          GODWIT_IN_CREATE(t.notStrict()),
                          GODWIT_IN_CREATE(t.integer("x").primaryKey(); t.withoutRowid()),
                          GODWIT_IN_CREATE(t.unlogged()),
                          GODWIT_IN_CREATE(t.temporary()),
                          GODWIT_IN_CREATE(t.tablespace("pg_default")),
                          GODWIT_IN_CREATE(t.parameter("fillfactor", "70")),
                      }});
    themes.push_back(
        {.page = "tables",
         .title = "Tables in change()",
         .text =
             "In `change()` a drop says what goes, so that it can come back; what is made needs no "
             "more words than elsewhere. [Reversible migrations](../reversible.md) has the rest.",
         .calls = {
             GODWIT_CHANGE(schema.createTable("reviews", [](Table& t) { t.id(); })),
             GODWIT_CHANGE(schema.alterTable("books",
                                             [](Alter& t) {
                                                 t.string("isbn", 13).nullable();
                                                 t.index({"isbn"});
                                             })),
             GODWIT_CHANGE(schema.renameTable("books", "prints")),
             GODWIT_CHANGE(
                 schema.dropTable("readers",
                                  [](Table& t) { t.uuid("id").primaryKey().generated(); })),
             GODWIT_CHANGE(
                 schema
                     .dropTable("readers", [](Table& t) { t.uuid("id").primaryKey().generated(); })
                     .keepCopy()),
             GODWIT_CHANGE(schema.sql(
                 {.postgresql = "CREATE STATISTICS books_stats ON author_id, title FROM books",
                  .mysql = nothing,
                  .mariadb = nothing,
                  .sqlite = nothing},
                 {.postgresql = "DROP STATISTICS books_stats",
                  .mysql = nothing,
                  .mariadb = nothing,
                  .sqlite = nothing})),
         }});
}

}  // namespace godwit::test
