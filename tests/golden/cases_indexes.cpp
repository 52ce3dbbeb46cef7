#include "golden/golden.hpp"

// Indexes, and all that may be said of them.

namespace godwit::test {

namespace {

void places(SchemaBuilder& schema) {
    schema.createTable("places", [](TableBuilder& t) {
        t.id();
        t.string("name", 80);
        t.string("country", 2).nullable();
        t.text("story").nullable();
        t.integer("people").defaultTo(0);
        t.boolean("open").defaultTo(true);
        t.index({"name"}).named("places_by_name");
    });
}

template <class Body>
void alterPlaces(SchemaBuilder& schema, Body body) {
    schema.alterTable("places", body);
}

void add(std::vector<GoldenCase>& cases, std::string_view name, GoldenCase::Body when) {
    cases.push_back({.name = name, .given = places, .when = when});
}

void addPartCases(std::vector<GoldenCase>& cases) {
    add(cases, "index_descending", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.index({"country", desc("people")}); });
    });
    add(cases, "index_with_nulls_first", [](SchemaBuilder& schema) {
        alterPlaces(schema,
                    [](AlterBuilder& t) { t.index({column("country").nulls(nullsFirst)}); });
    });
    add(cases, "index_with_nulls_last", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.index({column("country").nulls(nullsLast)}); });
    });
    add(cases, "index_over_an_expression", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({expr("lower(name)"), "people"}).unique().named("places_once");
        });
    });
    add(cases, "index_over_a_prefix", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.index({prefix("story", 100), "people"}); });
    });
    add(cases, "index_with_operator_class", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({column("name").operatorClass("varchar_pattern_ops")});
        });
    });
    add(cases, "index_with_collation", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({column("name").collate("C")}).only(postgresql);
            t.index({column("name").collate("NOCASE").descending()}).only(mysql | mariadb | sqlite);
        });
    });
    add(cases, "index_in_a_new_table", [](SchemaBuilder& schema) {
        schema.createTable("visits", [](TableBuilder& t) {
            t.id();
            t.string("who", 40);
            t.integer("hour");
            t.index({"who", desc("hour")}).unique().comment("Who's when.");
            t.index({"hour"}).method(btree).named("visits_by_hour");
        });
    });
}

void addAttributeCases(std::vector<GoldenCase>& cases) {
    add(cases, "index_of_some_rows", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"name"}).unique().where("people > 0").named("places_with_people");
        });
    });
    add(cases, "index_of_some_rows_on_some_servers", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"people"})
                .where({.postgresql = "open",
                        .mysql = nothing,
                        .mariadb = sameAs::mysql,
                        .sqlite = "open = 1"});
        });
    });
    add(cases, "index_that_includes", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"name"}).include({"people", "open"}).named("places_covered");
        });
    });
    add(cases, "index_by_a_method", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"people"}).method(brin);
            t.index({"name"}).method(hash).named("places_hashed");
        });
    });
    add(cases, "index_in_which_nulls_are_equal", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"country", "name"}).unique().nullsNotDistinct();
        });
    });
    add(cases, "index_that_is_hidden", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.index({"people"}).invisible(); });
    });
    add(cases, "index_with_comment", [](SchemaBuilder& schema) {
        alterPlaces(schema,
                    [](AlterBuilder& t) { t.index({"people"}).comment("Largest's last."); });
    });
    add(cases, "index_with_storage", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"people"}).parameter("fillfactor", "70").tablespace("pg_default");
        });
    });
    add(cases, "full_text_index", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.fullText({"name", "story"}); });
    });
    add(cases, "full_text_index_over_a_number", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.fullText({"people"}); });
    });
}

void addBuildingCases(std::vector<GoldenCase>& cases) {
    add(cases, "index_built_concurrently", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"people"}).concurrently();
            t.integer("rooms").defaultTo(0);
            t.dropIndex("places_by_name").concurrently();
        });
    });
    add(cases, "index_built_in_place", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({"people"}).algorithm(inPlace).lock(lockNone);
            t.index({"name", "people"}).algorithm(copying).lock(lockShared);
        });
    });
    add(cases, "index_built_instantly", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.index({"people"}).algorithm(instant); });
    });
    add(cases, "index_renamed", [](SchemaBuilder& schema) {
        alterPlaces(schema,
                    [](AlterBuilder& t) { t.renameIndex("places_by_name", "places_name_idx"); });
    });
    add(cases, "index_hidden_and_shown", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) { t.hideIndex("places_by_name"); });
        alterPlaces(schema, [](AlterBuilder& t) { t.showIndex("places_by_name"); });
    });
    add(cases, "drop_column_of_an_index_expression", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({expr("people + 1")}).named("places_plus").only(postgresql | mysql | sqlite);
        });
        alterPlaces(schema, [](AlterBuilder& t) { t.dropColumn("people"); });
    });
    add(cases, "rename_column_of_an_index_expression", [](SchemaBuilder& schema) {
        alterPlaces(schema, [](AlterBuilder& t) {
            t.index({expr("people + 1")}).named("places_plus").only(postgresql | mysql | sqlite);
        });
        alterPlaces(schema, [](AlterBuilder& t) { t.renameColumn("people", "inhabitants"); });
    });
}

}  // namespace

void addIndexCases(std::vector<GoldenCase>& cases) {
    addPartCases(cases);
    addAttributeCases(cases);
    addBuildingCases(cases);
}

}  // namespace godwit::test
