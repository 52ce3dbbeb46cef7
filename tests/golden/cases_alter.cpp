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

// Unknown to the plan.
void journals(SchemaBuilder& schema) {
    schema.sql({.postgresql =
                    "CREATE TABLE journals (title text, CONSTRAINT journals_once UNIQUE (title))",
                .mysql = godwit::nothing,
                .mariadb = godwit::nothing,
                .sqlite = godwit::nothing});
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
                 t.dropCheck("articles_have_words");
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

// Defaults, comments, enumerations, keys and unknown tables around a change.
void addChangeCases(std::vector<GoldenCase>& cases) {
    const auto add = [&cases](std::string_view name, GoldenCase::Body when) {
        cases.push_back({.name = name, .given = articles, .when = when});
    };
    add("change_type_under_a_view", [](SchemaBuilder& schema) {
        schema.createView("titles", "SELECT title FROM articles");
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("title", string(120)); });
    });
    add("change_type_to_an_enumeration", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.changeType("title", enumeration("title_kind", {"novel", "poem"}));
            t.setDefault("title", "poem");
        });
    });
    add("change_type_from_an_enumeration", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.enumeration("kind", "article_kind", {"news", "essay"}).defaultTo("news");
        });
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("kind", string(20)); });
    });
    add("change_type_to_another_enumeration", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.enumeration("kind", "article_kind", {"news", "essay"}).defaultTo("news");
        });
        alterArticles(schema, [](AlterBuilder& t) {
            t.changeType("kind", enumeration("text_kind", {"news", "essay", "poem"}));
        });
    });
    add("change_type_to_the_same_enumeration_with_other_values", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.enumeration("kind", "article_kind", {"news", "essay"}).defaultTo("news");
        });
        alterArticles(schema, [](AlterBuilder& t) {
            t.changeType("kind", enumeration("article_kind", {"news"}));
        });
    });
    add("add_columns_at_places", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.integer("pages").nullable().after("words");
            t.integer("edition").defaultTo(1).first();
        });
    });
    add("change_type_of_text_to_number", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("title", integer()); });
    });
    add("change_type_of_number_to_boolean", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.dropDefault("words");
            t.dropCheck("articles_have_words");
            t.changeType("words", boolean());
        });
    });
    add("change_type_of_a_foreign_key", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("author_id", integer()); });
    });
    add("change_type_of_a_counted_column", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("id", integer()); });
    });
    add("change_type_of_a_counted_column_to_text", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("id", string(20)); });
    });
    add("change_type_to_one_that_no_key_holds", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.changeType("title", text()); });
    });
    add("set_default_of_a_counted_column", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.setDefault("id", 7); });
    });
    add("drop_not_null_of_a_counted_column", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.dropPrimaryKey();
            t.dropNotNull("id");
        });
    });
    add("set_default_keeps_what_was_said", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.timestamps();
            t.commentOn("updated_at", "When it was last touched.");
            t.dropDefault("updated_at");
        });
    });
    add("set_default_to_now", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.date("printed_on").nullable();
            t.setDefault("printed_on", now);
        });
    });
    cases.push_back({.name = "set_default_of_a_table_made_outside",
                     .given = journals,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("journals", [](AlterBuilder& t) {
                             t.setDefault("title", "untitled");
                         });
                     }});
    add("rename_unique_constraint", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.renameConstraint("articles_once", "articles_differ");
        });
    });
    add("rename_foreign_key", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.renameConstraint("articles_author_id_fkey", "articles_have_authors");
        });
    });
    add("rename_check_after_its_column", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.renameColumn("words", "length").only(postgresql | mysql | mariadb);
            t.renameConstraint("articles_have_words", "articles_have_length")
                .only(postgresql | mysql | mariadb);
        });
    });
    cases.push_back({.name = "rename_constraint_of_a_table_made_outside",
                     .given = journals,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("journals", [](AlterBuilder& t) {
                             t.renameConstraint("journals_once", "once");
                         });
                     }});
    add("set_not_null_from_another_column", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.timestamps();
            t.string("heading", 80).nullable();
            t.setNotNull("heading").backfillFrom("title");
        });
    });
}

// What is said of a constraint beside its columns.
void addSaidOfConstraintCases(std::vector<GoldenCase>& cases) {
    const auto add = [&cases](std::string_view name, GoldenCase::Body when) {
        cases.push_back({.name = name, .given = articles, .when = when});
    };
    add("deferrable_foreign_key", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.foreignId("editor_id").nullable();
            t.foreignKey({"editor_id"}).references("authors", {"id"}).deferrable(initiallyDeferred);
            t.setNotNull("editor_id").backfillFrom("author_id");
        });
    });
    add("deferrable_foreign_key_in_a_new_table", [](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) {
            t.foreignId("author_id");
            t.foreignKey({"author_id"})
                .references("authors", {"id"})
                .onDelete(cascade)
                .deferrable(initiallyImmediate);
        });
    });
    add("foreign_key_not_validated", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.foreignKey({"words"}).references("authors", {"id"}).named("words_fk").notValid();
        });
        alterArticles(schema, [](AlterBuilder& t) { t.validateConstraint("words_fk"); });
    });
    add("validate_what_is_valid", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.validateConstraint("articles_have_words"); });
    });
    add("deferrable_unique_constraint", [](SchemaBuilder& schema) {
        alterArticles(schema,
                      [](AlterBuilder& t) { t.unique({"words"}).deferrable(initiallyImmediate); });
    });
    add("deferrable_primary_key", [](SchemaBuilder& schema) {
        schema.createTable("notes", [](TableBuilder& t) {
            t.integer("number");
            t.primaryKey({"number"}).deferrable(initiallyDeferred);
        });
    });
    add("unique_constraint_in_which_nulls_are_equal", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) { t.unique({"title"}).nullsNotDistinct(); });
    });
    add("exclusion_of_some_rows", [](SchemaBuilder& schema) {
        alterArticles(schema, [](AlterBuilder& t) {
            t.exclude("articles_apart", {{"int4range(0, words)", "&&"}})
                .where("published")
                .deferrable(initiallyDeferred)
                .only(postgresql);
            t.renameConstraint("articles_apart", "articles_far_apart").only(postgresql);
        });
    });
    add("exclusion_in_a_new_table", [](SchemaBuilder& schema) {
        schema.createTable("shelves", [](TableBuilder& t) {
            t.integer("from");
            t.integer("to");
            t.exclude("shelves_apart", {{"from", "="}, {"to", "="}}).method(btree);
        });
    });
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
    addChangeCases(cases);
    addSaidOfConstraintCases(cases);
    addQuestionCases(cases);
}

}  // namespace godwit::test
