#include "golden/calls.hpp"

namespace godwit::test {

// Roles belong to the whole server: what begins with "bookshop_" is named otherwise when it runs.

void addAccessCalls(std::vector<ReferenceTheme>& themes) {
    themes.push_back({
        .page = "access", .title = "Row level security and policies",
        .text = "Rows of the table are there only for whom a policy lets see them.",
        GODWIT_GIVEN(schema.enableRowLevelSecurity("books");
                     schema.createPolicy("printed", "books").usingExpression("in_print")),
        .calls = {
            GODWIT_CALL(schema.enableRowLevelSecurity("authors")),
            GODWIT_CALL(schema.enableRowLevelSecurity("authors").forced()),
            GODWIT_CALL(schema.createPolicy("cheap", "books").usingExpression("price < 10")),
            GODWIT_CALL(schema.createPolicy("cheap", "books")
                            .forCommand(update)
                            .to({"public"})
                            .restrictive()
                            .usingExpression("price < 10")
                            .withCheck("price < 20")),
            GODWIT_CALL(schema.renamePolicy("printed", "books", "for_sale")),
            GODWIT_CALL(schema.dropPolicy("printed", "books")),
            GODWIT_CALL(schema.dropPolicy("printed", "books").ifExists()),
            GODWIT_CALL(schema.disableRowLevelSecurity("books")),
            GODWIT_CHANGE(schema.dropPolicy("printed", "books").usingExpression("in_print");
                          schema.disableRowLevelSecurity("books")),
        }
    });
    themes.push_back({
        .page = "access", .title = "Roles",
        .text = "Roles belong to the whole server: other databases see them.",
        GODWIT_GIVEN(schema.createRole("bookshop_clerk"); schema.createRole("bookshop_manager")),
        .calls = {
            GODWIT_CALL(schema.createRole("bookshop_reader")),
            GODWIT_CALL(schema.createRole("bookshop_reader").ifNotExists()),
            GODWIT_CALL(schema.createRole("bookshop_reader").canLogin()),
            GODWIT_CALL(schema.renameRole("bookshop_clerk", "bookshop_seller")),
            GODWIT_CALL(schema.grantRole("bookshop_clerk").to({"bookshop_manager"})),
            GODWIT_CALL(schema.grantRole("bookshop_clerk").to({"bookshop_manager"});
                        schema.revokeRole("bookshop_clerk").from({"bookshop_manager"})),
            GODWIT_CALL(schema.dropRole("bookshop_clerk")),
            GODWIT_CALL(schema.dropRole("bookshop_clerk").ifExists()),
            GODWIT_CHANGE(schema.createRole("bookshop_reader");
                          schema.grantRole("bookshop_reader").to({"bookshop_clerk"})),
            GODWIT_CHANGE(schema.grantRole("bookshop_clerk").to({"bookshop_manager"});
                          schema.revokeRole("bookshop_clerk").from({"bookshop_manager"})),
            GODWIT_CHANGE(schema.dropRole("bookshop_clerk")),
        }
    });
    themes.push_back({
        .page = "access", .title = "Privileges on tables",
        .text =
            "They are `select`, `insert`, `update`, `erase`, `truncating`, `referencing`, "
            "`makingTriggers` and `allPrivileges`.",
        GODWIT_GIVEN(schema.createRole("bookshop_clerk"); schema.createRole("bookshop_manager");
                     schema.grant(select, "authors").to({"bookshop_clerk"})),
        .calls = {
            GODWIT_CALL(
                schema.grant(select | insert | update | erase, "books").to({"bookshop_clerk"})),
            GODWIT_CALL(
                schema.grant(update, "books").columns({"price", "pages"}).to({"bookshop_clerk"})),
            GODWIT_CALL(schema.grant(select, "books").to({"bookshop_manager"}).withGrantOption()),
            GODWIT_CALL(schema.grant(truncating | referencing | makingTriggers, "books")
                            .to({"bookshop_manager"})),
            GODWIT_CALL(schema.revoke(select, "authors").from({"bookshop_clerk"})),
            GODWIT_CALL(schema.grant(allPrivileges, "books").to({"bookshop_clerk"});
                        schema.revoke(allPrivileges, "books").from({"bookshop_clerk"})),
            GODWIT_CALL(schema.grant(update, "books").columns({"price"}).to({"bookshop_clerk"});
                        schema.revoke(update, "books").columns({"price"}).from({"bookshop_clerk"})),
            GODWIT_CHANGE(schema.revoke(select, "authors").from({"bookshop_clerk"})),
        }
    });
    themes.push_back({
        .page = "access", .title = "Privileges on routines and schemas", .text = "",
        GODWIT_GIVEN(
            schema.createRole("bookshop_clerk"); schema.createRole("bookshop_manager");
            schema.createSchema("bookshop_archive");
            schema.createFunction("one",
                                  "()",
                                  {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$",
                                   .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 1",
                                   .mariadb = sameAs::mysql,
                                   .sqlite = nothing});
            schema.createProcedure("nought",
                                   "()",
                                   {.postgresql = "LANGUAGE sql AS $$ SELECT 1 $$",
                                    .mysql = "DO 1",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing})),
        .calls =
        { GODWIT_CALL(schema.grant(executing, onFunction("one")).to({"bookshop_clerk"})),
          GODWIT_CALL(schema.grant(executing, onFunction("one", "()")).to({"bookshop_clerk"})),
          GODWIT_CALL(schema.grant(executing, onProcedure("nought")).to({"bookshop_clerk"})),
          GODWIT_CALL(
              schema.grant(usage | creating, onSchema("bookshop_archive")).to({"bookshop_clerk"})),
          GODWIT_CALL(schema.grant(select, onTablesOf("bookshop_archive")).to({"bookshop_clerk"})),
          GODWIT_CHANGE(schema.grant(executing, onFunction("one")).to({"bookshop_clerk"})),
        }
    });
    themes.push_back({
        .page = "access", .title = "Privileges on sequences", .text = "",
        GODWIT_GIVEN(schema.createRole("bookshop_clerk"); schema.createRole("bookshop_manager");
                     schema.createSequence("invoice_no")),
        .calls = {
            GODWIT_CALL(schema.grant(usage, onSequence("invoice_no")).to({"bookshop_clerk"})),
            GODWIT_CALL(
                schema.grant(select | update, onSequence("invoice_no")).to({"bookshop_clerk"});
                schema.revoke(update, onSequence("invoice_no")).from({"bookshop_clerk"})),
        }
    });
}

}  // namespace godwit::test
