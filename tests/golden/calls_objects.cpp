#include "golden/calls.hpp"

namespace godwit::test {

namespace {

void addViewCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back(
        {.page = "objects",
         .title = "Views",
         .text = "",
         GODWIT_GIVEN(
             schema.createView("cheap_books", "SELECT id, title FROM books WHERE price < 10")),
         .calls = {
             GODWIT_CALL(
                 schema.createView("thick_books", "SELECT id, title FROM books WHERE pages > 500")),
             GODWIT_CALL(
                 schema.createView("thick_books", "SELECT id, title FROM books WHERE pages > 500")
                     .ifNotExists()),
             GODWIT_CALL(
                 schema.createView("thick_books", "SELECT id, title FROM books WHERE pages > 500")
                     .columns({"book_id", "name"})),
             GODWIT_CALL(
                 schema.createView("thick_books", "SELECT id, pages FROM books WHERE pages > 500")
                     .withCheckOption()),
             GODWIT_CALL(
                 schema.createView("thick_books", "SELECT id, pages FROM books WHERE pages > 500")
                     .withCheckOption(local)),
             GODWIT_CALL(schema.createView("thick_books", "SELECT id FROM books WHERE pages > 500")
                             .securityInvoker()),
             GODWIT_CALL(
                 schema.replaceView("cheap_books", "SELECT id, title FROM books WHERE price < 5")),
             GODWIT_CALL(schema.renameView("cheap_books", "bargains")),
             GODWIT_CALL(schema.renameView("cheap_books", "bargains").ifExists()),
             GODWIT_CALL(schema.dropView("cheap_books")),
             GODWIT_CALL(schema.dropView("cheap_books").ifExists()),
             GODWIT_CHANGE(schema.replaceView("cheap_books",
                                              "SELECT id, title FROM books WHERE price < 5",
                                              "SELECT id, title FROM books WHERE price < 10")),
             GODWIT_CHANGE(
                 schema.dropView("cheap_books", "SELECT id, title FROM books WHERE price < 10")),
         }});
    themes.push_back({
        .page = "objects", .title = "Materialised views", .text = "Views that keep their rows.",
        GODWIT_GIVEN(schema.createMaterializedView(
            "stock",
            "SELECT author_id, count(*) AS books FROM books GROUP BY author_id");
                     schema.sql({.postgresql = "CREATE UNIQUE INDEX stock_key ON stock (author_id)",
                                 .mysql = nothing,
                                 .mariadb = nothing,
                                 .sqlite = nothing})),
        .calls = {
            GODWIT_CALL(schema.createMaterializedView("titles", "SELECT title FROM books")),
            GODWIT_CALL(schema.createMaterializedView("titles", "SELECT title FROM books")
                            .columns({"name"})
                            .withNoData()),
            GODWIT_CALL(schema.refreshMaterializedView("stock")),
            GODWIT_CALL(schema.refreshMaterializedView("stock").concurrently()),
            GODWIT_CALL(schema.refreshMaterializedView("stock").withNoData()),
            GODWIT_CALL(schema.refreshMaterializedView("stock").ifExists()),
            GODWIT_CALL(schema.renameMaterializedView("stock", "supply")),
            GODWIT_CALL(schema.dropMaterializedView("stock")),
            GODWIT_CHANGE(schema.createMaterializedView("titles", "SELECT title FROM books");
                          schema.refreshMaterializedView("titles")),
            GODWIT_CHANGE(schema.dropMaterializedView(
                "stock",
                "SELECT author_id, count(*) AS books FROM books GROUP BY author_id")),
        }
    });
}

void addTriggerCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({
        .page = "objects", .title = "Triggers", .text = "",
        GODWIT_GIVEN(schema.createTable("log", [](Table& t) { t.bigInteger("book_id"); });
                     schema.createView("titles", "SELECT title FROM books");
                     schema.createTrigger("note", "books")
                         .after(onInsert)
                         .body("INSERT INTO log (book_id) VALUES (NEW.id)")),
        .calls = {
            GODWIT_CALL(schema.createTrigger("keep", "books")
                            .before(onDelete)
                            .body("INSERT INTO log (book_id) VALUES (OLD.id)")),
            GODWIT_CALL(schema.createTrigger("keep", "books")
                            .after(onInsert | onUpdate)
                            .forEachRow()
                            .when("NEW.pages > 100")
                            .body("INSERT INTO log (book_id) VALUES (NEW.id)")),
            GODWIT_CALL(schema.createTrigger("keep", "books")
                            .after(onUpdate)
                            .ofColumns({"title", "pages"})
                            .body("INSERT INTO log (book_id) VALUES (NEW.id)")),
            GODWIT_CALL(schema.createTrigger("trim", "books")
                            .before(onInsert)
                            .body({.postgresql = "NEW.title := trim(NEW.title)",
                                   .mysql = "SET NEW.title = trim(NEW.title)",
                                   .mariadb = sameAs::mysql,
                                   .sqlite = nothing})),
            GODWIT_CALL(schema.createTrigger("write", "titles")
                            .insteadOf(onDelete)
                            .body("DELETE FROM books WHERE title = OLD.title")),
            GODWIT_CALL(schema.createTrigger("keep", "books")
                            .after(onUpdate)
                            .forEachStatement()
                            .oldTableAs("old_books")
                            .newTableAs("new_books")
                            .body("INSERT INTO log (book_id) SELECT id FROM new_books")),
            GODWIT_CALL(
                schema.createFunction(
                    "audit",
                    "()",
                    {.postgresql =
                         "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
                     .mysql = nothing,
                     .mariadb = nothing,
                     .sqlite = nothing});
                schema.createTrigger("watch", "books").after(onInsert).executes("audit", {"all"})),
            GODWIT_CALL(schema.createTrigger("note", "books")
                            .after(onInsert)
                            .body("INSERT INTO log (book_id) VALUES (NEW.id)")
                            .ifNotExists()),
            GODWIT_CALL(schema.replaceTrigger("note", "books")
                            .after(onInsert)
                            .body("INSERT INTO log (book_id) VALUES (-NEW.id)")),
            GODWIT_CALL(schema.renameTrigger("note", "books", "remark")),
            GODWIT_CALL(schema.dropTrigger("note", "books")),
            GODWIT_CALL(schema.dropTrigger("note", "books").ifExists()),
            GODWIT_CHANGE(schema.dropTrigger("note", "books")
                              .after(onInsert)
                              .body("INSERT INTO log (book_id) VALUES (NEW.id)")),
        }
    });
}

void addRoutineCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({
        .page = "objects", .title = "Functions and procedures",
        .text = "What follows the parameters is each server's own language.",
        GODWIT_GIVEN(
            schema.createFunction(
                "twice",
                "(n integer)",
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing});
            schema.createProcedure("forget",
                                   "()",
                                   {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers $$",
                                    .mysql = "DELETE FROM readers",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing})),
        .calls = {
            GODWIT_CALL(schema.createFunction(
                "thrice",
                "(n integer)",
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 3 * n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 3 * n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CALL(schema
                            .createFunction(
                                "twice",
                                "(n integer)",
                                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                                 .mariadb = sameAs::mysql,
                                 .sqlite = nothing})
                            .ifNotExists()),
            GODWIT_CALL(schema.replaceFunction(
                "twice",
                "(n integer)",
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT n + n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN n + n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CALL(schema.renameFunction("twice", "doubled")),
            GODWIT_CALL(schema.renameFunction("twice", "doubled", "(integer)")),
            GODWIT_CALL(schema.dropFunction("twice")),
            GODWIT_CALL(schema.dropFunction("twice", "(integer)").ifExists()),
            GODWIT_CALL(
                schema.createProcedure("clean",
                                       "()",
                                       {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers $$",
                                        .mysql = "DELETE FROM readers",
                                        .mariadb = sameAs::mysql,
                                        .sqlite = nothing})),
            GODWIT_CALL(schema.replaceProcedure(
                "forget",
                "()",
                {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers WHERE true $$",
                 .mysql = "DELETE FROM readers WHERE 1 = 1",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CALL(schema.renameProcedure("forget", "let_go")),
            GODWIT_CALL(schema.dropProcedure("forget")),
            GODWIT_CHANGE(schema.replaceFunction(
                "twice",
                everywhere("(n integer)"),
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT n + n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN n + n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing},
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CHANGE(schema.dropFunction(
                "twice",
                "(n integer)",
                {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                 .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CHANGE(schema.replaceProcedure(
                "forget",
                everywhere("()"),
                {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers WHERE true $$",
                 .mysql = "DELETE FROM readers WHERE 1 = 1",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing},
                {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers $$",
                 .mysql = "DELETE FROM readers",
                 .mariadb = sameAs::mysql,
                 .sqlite = nothing})),
            GODWIT_CHANGE(
                schema.dropProcedure("forget",
                                     "()",
                                     {.postgresql = "LANGUAGE sql AS $$ DELETE FROM readers $$",
                                      .mysql = "DELETE FROM readers",
                                      .mariadb = sameAs::mysql,
                                      .sqlite = nothing})),
        }
    });
}

void addSequenceCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "objects",
                      .title = "Sequences",
                      .text = "",
                      GODWIT_GIVEN(schema.createSequence("invoice_no").startsAt(1000)),
                      .calls = {
                          GODWIT_CALL(schema.createSequence("order_no")),
                          GODWIT_CALL(schema.createSequence("order_no")
                                          .startsAt(1000)
                                          .incrementsBy(5)
                                          .minValue(1000)
                                          .maxValue(9999)
                                          .cache(10)
                                          .cycles()),
                          GODWIT_CALL(schema.createSequence("order_no").type(integer())),
                          GODWIT_CALL(schema.createSequence("page_no").ownedBy("books", "pages")),
                          GODWIT_CALL(schema.createSequence("order_no").ifNotExists()),
                          GODWIT_CALL(schema.alterSequence("invoice_no")
                                          .incrementsBy(2)
                                          .minValue(1)
                                          .maxValue(99999)
                                          .cache(20)
                                          .cycles()),
                          GODWIT_CALL(schema.alterSequence("invoice_no").doesNotCycle().ifExists()),
                          GODWIT_CALL(schema.alterSequence("invoice_no").restartsAt(5000)),
                          GODWIT_CALL(schema.renameSequence("invoice_no", "bill_no")),
                          GODWIT_CALL(schema.dropSequence("invoice_no")),
                          GODWIT_CALL(schema.dropSequence("invoice_no").ifExists()),
                          GODWIT_CHANGE(schema.dropSequence("invoice_no").startsAt(1000)),
                      }});
}

void addSchemaCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({.page = "objects",
                      .title = "Schemas",
                      .text = "On MySQL and MariaDB a schema is a database.",
                      GODWIT_GIVEN(schema.createSchema("bookshop_archive")),
                      .calls = {
                          GODWIT_CALL(schema.createSchema("bookshop_lent")),
                          GODWIT_CALL(schema.createSchema("bookshop_lent").ifNotExists()),
                          GODWIT_CALL(schema.createTable("bookshop_archive.books",
                                                         [](Table& t) {
                                                             t.id();
                                                             t.index({"id"});
                                                         })),
                          GODWIT_CALL(schema.renameSchema("bookshop_archive", "bookshop_past")),
                          GODWIT_CALL(schema.dropSchema("bookshop_archive")),
                          GODWIT_CALL(schema.dropSchema("bookshop_archive").ifExists()),
                          GODWIT_CHANGE(schema.dropSchema("bookshop_archive")),
                      }});
    themes.push_back(
        {.page = "objects",
         .title = "Extensions",
         .text = "",
         .calls = {
             GODWIT_CALL(schema.enableExtension("citext")),
             GODWIT_CALL(
                 schema.enableExtension("citext").inSchema("public").version("1.6").ifNotExists()),
             GODWIT_CALL(schema.enableExtension("citext");
                         schema.disableExtension("citext").ifExists()),
             GODWIT_CHANGE(schema.enableExtension("citext"); schema.disableExtension("citext")),
         }});
}

}  // namespace

void addObjectCalls(std::vector<ReferenceTheme>& themes) {
    addViewCalls(themes);
    addTriggerCalls(themes);
    addRoutineCalls(themes);
    addSequenceCalls(themes);
    addSchemaCalls(themes);
}

}  // namespace godwit::test
