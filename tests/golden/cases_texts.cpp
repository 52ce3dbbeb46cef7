#include "golden/golden.hpp"

// Names and texts that a driver or a server might take for something else.

namespace godwit::test {

namespace {

void oddNames(SchemaBuilder& schema) {
    schema.createTable("it's a \"table\" `with` \\ everything", [](TableBuilder& t) {
        t.id("select");
        t.string(":name", 20);
        t.integer("what?").defaultTo(1);
        t.integer("100%").nullable();
        t.enumeration("m\xC3\xB6glich", "it's \"a\" type", {"yes", "no"}).nullable();
        t.foreignId("order by")
            .nullable()
            .references("it's a \"table\" `with` \\ everything", "select");
        t.index({":name", "what?"}).named("i'n\"d`e?x");
        t.unique({"100%"});
        t.check("che'ck \"this\"", "1 = 1");
    });
}

void oddTexts(SchemaBuilder& schema) {
    schema.createTable("texts", [](TableBuilder& t) {
        t.string("quotes", 80).defaultTo("it's \"quoted\" and `quoted`").comment("it's \"said\"");
        t.string("backslashes", 80).defaultTo("C:\\new\\\\ \\'").comment("C:\\new\\");
        t.string("binds", 80).defaultTo("12:30 :name $1 ? %s 100%").comment(":name ? % $1");
        t.string("lines", 80).defaultTo("one\ntwo\n\tthree").comment("one\ntwo");
        t.string("letters", 80)
            .defaultTo("\xC3\xA4 \xE2\x82\xAC \xE6\xBC\xA2")
            .comment("\xC3\xA4 \xE2\x82\xAC \xE6\xBC\xA2");
        t.string("sql", 80).defaultTo("'); DROP TABLE texts; -- /* x").comment("-- ; /* x");
        t.string("empty", 80).defaultTo("");
        t.check("texts_check", "quotes <> 'it''s :x ? % ;'");
        t.comment("it's \"the\" \\ table :n ? %\nof texts");
    });
}

void plain(SchemaBuilder& schema) {
    schema.createTable("plain", [](TableBuilder& t) { t.id(); });
}

void addNameCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "names_of_all_kinds", .when = oddNames});
    cases.push_back(
        {.name = "drop_names_of_all_kinds", .given = oddNames, .when = [](SchemaBuilder& schema) {
             schema.alterTable("it's a \"table\" `with` \\ everything", [](AlterBuilder& t) {
                 t.renameColumn("what?", "what!");
                 t.dropIndex("i'n\"d`e?x");
                 t.dropColumn(":name");
             });
             schema.dropTable("it's a \"table\" `with` \\ everything");
         }});
    cases.push_back({.name = "name_above_the_basic_plane", .when = [](SchemaBuilder& schema) {
                         schema.createTable("smile \xF0\x9F\x98\x80",
                                            [](TableBuilder& t) { t.id(); });
                     }});
    cases.push_back({.name = "name_that_ends_in_a_blank", .when = [](SchemaBuilder& schema) {
                         schema.createTable("blank", [](TableBuilder& t) { t.integer("n "); });
                     }});
    cases.push_back({.name = "name_of_a_system_column", .when = [](SchemaBuilder& schema) {
                         schema.createTable("system", [](TableBuilder& t) { t.integer("ctid"); });
                     }});
    cases.push_back({.name = "name_that_sqlite_keeps", .when = [](SchemaBuilder& schema) {
                         schema.createTable("sqlite_notes", [](TableBuilder& t) { t.id(); });
                     }});
    cases.push_back(
        {.name = "index_named_primary", .given = plain, .when = [](SchemaBuilder& schema) {
             schema.alterTable("plain", [](AlterBuilder& t) { t.index({"id"}).named("Primary"); });
         }});
}

}  // namespace

void addTextCases(std::vector<GoldenCase>& cases) {
    addNameCases(cases);
    cases.push_back({.name = "texts_of_all_kinds", .when = oddTexts});
    cases.push_back({.name = "default_above_the_basic_plane", .when = [](SchemaBuilder& schema) {
                         schema.createTable("smiles", [](TableBuilder& t) {
                             t.string("smile", 10).defaultTo("\xF0\x9F\x98\x80");
                             t.text("grin").defaultTo("\xF0\x9F\x98\x81");
                         });
                     }});
    cases.push_back({.name = "comment_above_the_basic_plane", .when = [](SchemaBuilder& schema) {
                         schema.createTable("smiles", [](TableBuilder& t) {
                             t.id().comment("\xF0\x9F\x98\x80");
                         });
                     }});
    cases.push_back({.name = "comment_that_ends_a_comment", .when = [](SchemaBuilder& schema) {
                         schema.createTable("smiles",
                                            [](TableBuilder& t) { t.id().comment("/* twice */"); });
                     }});
    cases.push_back({.name = "comment_too_long", .when = [](SchemaBuilder& schema) {
                         schema.createTable("smiles", [](TableBuilder& t) {
                             t.id().comment(std::string(1025, 'x'));
                         });
                     }});
}

}  // namespace godwit::test
