#include "golden/golden.hpp"

// Tables as a whole, and raw SQL.

namespace godwit::test {

namespace {

void notes(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) {
        t.id();
        t.string("title", 80);
    });
}

void projects(SchemaBuilder& schema) {
    schema.createTable("projects", [](TableBuilder& t) {
        t.id();
        t.string("code", 20).unique();
        t.integer("priority").defaultTo(3);
        t.date("starts_on");
        t.date("ends_on").nullable();
        t.check("projects_ends_after_start", "ends_on >= starts_on");
        t.index({"priority", "starts_on"});
        t.index({"starts_on"}).unique().named("one_start_a_day");
        t.comment("What we work on.");
    });
}

void elsewhere(SchemaBuilder& schema) {
    schema.sql({.postgresql = "CREATE TABLE elsewhere (id bigint PRIMARY KEY, old_name integer)",
                .mysql = "CREATE TABLE elsewhere (id bigint PRIMARY KEY, old_name integer)",
                .mariadb = sameAs::mysql,
                .sqlite = "CREATE TABLE elsewhere (id INTEGER PRIMARY KEY, old_name INTEGER)"});
}

}  // namespace

void addTableCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "create_table", .when = notes});
    cases.push_back({.name = "create_table_with_every_part", .when = projects});
    cases.push_back({.name = "drop_table", .given = notes, .when = [](SchemaBuilder& schema) {
                         schema.dropTable("notes");
                     }});
    cases.push_back({.name = "rename_table", .given = projects, .when = [](SchemaBuilder& schema) {
                         schema.renameTable("projects", "undertakings");
                         schema.alterTable("undertakings", [](AlterBuilder& t) {
                             t.dropIndex({"priority", "starts_on"});
                         });
                     }});
    cases.push_back({.name = "comment_on_table", .given = notes, .when = [](SchemaBuilder& schema) {
                         schema.alterTable("notes", [](AlterBuilder& t) { t.comment("Slips."); });
                     }});
    cases.push_back(
        {.name = "take_comment_off_table", .given = projects, .when = [](SchemaBuilder& schema) {
             schema.alterTable("projects", [](AlterBuilder& t) { t.comment(""); });
         }});
    cases.push_back({.name = "change_table_made_outside",
                     .given = elsewhere,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("elsewhere", [](AlterBuilder& t) {
                             t.string("note", 40).nullable();
                             t.renameColumn("old_name", "new_name");
                             t.index({"note"});
                         });
                         schema.alterTable("elsewhere", [](AlterBuilder& t) {
                             t.dropIndex({"note"});
                             t.dropColumn("note");
                         });
                         schema.dropTable("elsewhere");
                     }});
    cases.push_back({.name = "raw_sql", .given = notes, .when = [](SchemaBuilder& schema) {
                         schema.sql(
                             {.postgresql = "CREATE INDEX lower_title ON notes (lower(title));",
                              .mysql = "CREATE INDEX lower_title ON notes ((lower(title)))",
                              .mariadb = nothing,
                              .sqlite = "CREATE INDEX lower_title ON notes (lower(title))"});
                     }});
    cases.push_back({.name = "create_the_widest_table", .when = [](SchemaBuilder& schema) {
                         schema.createTable("wide", [](TableBuilder& t) {
                             t.string("body", 16380);
                             t.text("rest");
                         });
                     }});
    cases.push_back({.name = "create_a_table_too_wide", .when = [](SchemaBuilder& schema) {
                         schema.createTable("too_wide", [](TableBuilder& t) {
                             t.string("body", 16383);
                             t.text("rest");
                         });
                     }});
}

}  // namespace godwit::test
