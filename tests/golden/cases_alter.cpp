#include "golden/golden.hpp"

// Changes of what is there: one attribute of a column, names, what holds for old rows.

namespace godwit::test {

namespace {

void articles(SchemaBuilder& schema) {
    schema.createTable("authors", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
    });
    schema.createTable("articles", [](TableBuilder& t) {
        t.id();
        t.foreignId("author_id").references("authors");
        t.string("title", 80).nullable().comment("As printed.");
        t.integer("words").defaultTo(0);
        t.boolean("published").defaultTo(false);
        t.index({"title"});
        t.unique({"author_id", "title"}).named("articles_once");
        t.check("articles_have_words", "words >= 0");
    });
}

template <class Body>
void alterArticles(SchemaBuilder& schema, Body body) {
    schema.alterTable("articles", body);
}

void addAttributeCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "change_type", .given = articles, .when = [](SchemaBuilder& schema) {
             alterArticles(schema, [](AlterBuilder& t) { t.changeType("words", bigInteger()); });
         }});
    cases.push_back(
        {.name = "change_type_with_a_cast", .given = articles, .when = [](SchemaBuilder& schema) {
             alterArticles(schema, [](AlterBuilder& t) {
                 t.changeType("words", string(20)).castUsing("words || ' words'");
             });
         }});
    cases.push_back({.name = "set_not_null", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) { t.setNotNull("title"); });
                     }});
    cases.push_back({.name = "set_not_null_with_backfill",
                     .given = articles,
                     .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) {
                             t.setNotNull("title").backfillWith("'untitled'");
                         });
                     }});
    cases.push_back({.name = "drop_not_null", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) { t.dropNotNull("words"); });
                     }});
    cases.push_back({.name = "set_default", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) { t.setDefault("words", 100); });
                     }});
    cases.push_back({.name = "drop_default", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) { t.dropDefault("words"); });
                     }});
}

void addConstraintCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "rename_constraint", .given = articles, .when = [](SchemaBuilder& schema) {
             alterArticles(schema, [](AlterBuilder& t) {
                 t.renameConstraint("articles_have_words", "words_are_counted");
             });
         }});
    cases.push_back(
        {.name = "validate_constraint", .given = articles, .when = [](SchemaBuilder& schema) {
             alterArticles(schema, [](AlterBuilder& t) {
                 t.check("articles_are_short", "words < 10000").notValid();
                 t.validateConstraint("articles_are_short");
             });
         }});
    cases.push_back({.name = "rename_index", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) {
                             t.renameIndex("articles_title_idx", "articles_by_title");
                         });
                     }});
    cases.push_back({.name = "hide_index", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema,
                                       [](AlterBuilder& t) { t.hideIndex("articles_title_idx"); });
                     }});
    cases.push_back({.name = "add_exclusion", .given = articles, .when = [](SchemaBuilder& schema) {
                         alterArticles(schema, [](AlterBuilder& t) {
                             t.exclude("articles_differ", {{"words", "="}}).method(btree);
                         });
                     }});
    cases.push_back(
        {.name = "drop_exclusion", .given = articles, .when = [](SchemaBuilder& schema) {
             alterArticles(schema, [](AlterBuilder& t) {
                 t.exclude("articles_differ", {{"words", "="}}).method(btree);
                 t.dropExclusion("articles_differ");
             });
         }});
}

// What is asked while the migration is recorded, and answered from what the migrations have made.
void addQuestionCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "has_table", .given = articles, .when = [](SchemaBuilder& schema) {
                         if (!schema.hasTable("readers")) {
                             schema.dropTable("articles");
                         }
                     }});
}

}  // namespace

void addAlterCases(std::vector<GoldenCase>& cases) {
    addAttributeCases(cases);
    addConstraintCases(cases);
    addQuestionCases(cases);
}

}  // namespace godwit::test
