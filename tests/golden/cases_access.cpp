#include "golden/golden.hpp"

// Row level security, roles and privileges. Roles belong to the whole server: each case takes
// away what it has made, and what begins with "godwit_golden_" is named otherwise when it runs.

namespace godwit::test {

namespace {

void notes(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) {
        t.id();
        t.string("owner", 40);
        t.text("body");
    });
}

void withPolicy(SchemaBuilder& schema) {
    notes(schema);
    schema.enableRowLevelSecurity("notes").only(postgresql);
    schema.createPolicy("own", "notes").usingExpression("owner = current_user").only(postgresql);
}

}  // namespace

void addAccessCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "enable_row_level_security", .given = notes, .when = [](SchemaBuilder& schema) {
             schema.enableRowLevelSecurity("notes").forced();
             schema.createPolicy("own", "notes").usingExpression("owner = current_user");
         }});
    cases.push_back({.name = "create_policy", .given = notes, .when = [](SchemaBuilder& schema) {
                         schema.createPolicy("short_ones", "notes")
                             .forCommand(insert)
                             .to({"public"})
                             .restrictive()
                             .withCheck("length(body) < 100");
                     }});
    cases.push_back(
        {.name = "rename_and_drop_policy", .given = withPolicy, .when = [](SchemaBuilder& schema) {
             schema.renamePolicy("own", "notes", "mine");
             schema.dropPolicy("mine", "notes");
             schema.disableRowLevelSecurity("notes");
         }});
    cases.push_back({.name = "create_and_drop_role", .when = [](SchemaBuilder& schema) {
                         schema.createRole("godwit_golden_reader");
                         schema.createRole("godwit_golden_writer");
                         schema.grantRole("godwit_golden_reader").to({"godwit_golden_writer"});
                         schema.revokeRole("godwit_golden_reader").from({"godwit_golden_writer"});
                         schema.dropRole("godwit_golden_writer");
                         schema.dropRole("godwit_golden_reader");
                     }});
    cases.push_back({.name = "role_that_logs_in", .when = [](SchemaBuilder& schema) {
                         schema.createRole("godwit_golden_clerk").canLogin();
                         schema.renameRole("godwit_golden_clerk", "godwit_golden_cleric");
                         schema.dropRole("godwit_golden_cleric");
                     }});
    cases.push_back(
        {.name = "grant_and_revoke", .given = notes, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_app");
             schema.grant(select | insert | update | erase, "notes").to({"godwit_golden_app"});
             schema.revoke(erase, "notes").from({"godwit_golden_app"});
             schema.grant(update, "notes").columns({"body"}).to({"godwit_golden_app"});
             schema.revoke(allPrivileges, "notes").from({"godwit_golden_app"});
             schema.dropRole("godwit_golden_app");
         }});
    cases.push_back(
        {.name = "grant_on_a_schema", .given = nullptr, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_guest");
             schema.createSchema("godwit_golden_granted");
             schema.grant(usage, onSchema("godwit_golden_granted")).to({"godwit_golden_guest"});
             schema.grant(select, onTablesOf("godwit_golden_granted")).to({"godwit_golden_guest"});
             schema.revoke(select, onTablesOf("godwit_golden_granted"))
                 .from({"godwit_golden_guest"});
             schema.revoke(usage, onSchema("godwit_golden_granted")).from({"godwit_golden_guest"});
             schema.dropSchema("godwit_golden_granted");
             schema.dropRole("godwit_golden_guest");
         }});
    cases.push_back(
        {.name = "grant_on_a_function", .given = nullptr, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_caller");
             schema.createFunction("one",
                                   "()",
                                   {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$",
                                    .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 1",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing});
             schema.grant(executing, onFunction("one")).to({"godwit_golden_caller"});
             schema.revoke(executing, onFunction("one")).from({"godwit_golden_caller"});
             schema.dropFunction("one");
             schema.dropRole("godwit_golden_caller");
         }});
    cases.push_back(
        {.name = "revoke_what_may_be_passed_on", .given = notes, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_lender");
             schema.createRole("godwit_golden_reader");
             schema.grant(select | insert, "notes").to({"godwit_golden_lender"}).withGrantOption();
             schema.grant(select, "notes").to({"godwit_golden_reader"});
             schema.revoke(insert, "notes").from({"godwit_golden_lender"});
             schema.revoke(select, "notes").from({"godwit_golden_lender", "godwit_golden_reader"});
             schema.dropRole("godwit_golden_reader");
             schema.dropRole("godwit_golden_lender");
         }});
    cases.push_back(
        {.name = "grant_on_a_sequence", .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_teller");
             schema.createSequence("invoice_no");
             schema.grant(usage | update, onSequence("invoice_no")).to({"godwit_golden_teller"});
             schema.revoke(update, onSequence("invoice_no")).from({"godwit_golden_teller"});
             schema.revoke(allPrivileges, onSequence("invoice_no")).from({"godwit_golden_teller"});
             schema.dropRole("godwit_golden_teller");
         }});
    cases.push_back(
        {.name = "grant_on_what_is_nothing", .given = notes, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_viewer").only(postgresql | mysql | mariadb);
             schema.createView("bodies",
                               {.postgresql = "SELECT body FROM notes",
                                .mysql = nothing,
                                .mariadb = nothing,
                                .sqlite = nothing});
             schema.grant(select, "bodies").to({"godwit_golden_viewer"});
             schema.revoke(select, "bodies").from({"godwit_golden_viewer"});
             schema.dropView("bodies");
             schema.dropRole("godwit_golden_viewer").only(postgresql | mysql | mariadb);
         }});
    cases.push_back(
        {.name = "grant_to_truncate", .given = notes, .when = [](SchemaBuilder& schema) {
             schema.createRole("godwit_golden_cleaner");
             schema.grant(truncating, "notes").to({"godwit_golden_cleaner"});
             schema.revoke(truncating, "notes").from({"godwit_golden_cleaner"});
             schema.dropRole("godwit_golden_cleaner");
         }});
}

}  // namespace godwit::test
