#include "golden/golden.hpp"

// Foreign keys, and the indexes that MySQL and MariaDB want for them.

namespace godwit::test {

namespace {

void parents(SchemaBuilder& schema) {
    schema.createTable("parents", [](TableBuilder& t) {
        t.id();
        t.integer("land");
        t.string("code", 10);
        t.unique({"land", "code"});
    });
}

void families(SchemaBuilder& schema) {
    parents(schema);
    schema.createTable("children", [](TableBuilder& t) {
        t.id();
        t.bigInteger("parent_id").nullable();
        t.string("name", 40);
    });
}

void relatedFamilies(SchemaBuilder& schema) {
    parents(schema);
    schema.createTable("children", [](TableBuilder& t) {
        t.id();
        t.foreignId("parent_id").nullable().references("parents").onDelete(cascade);
        t.string("name", 40);
    });
}

void indexedFamilies(SchemaBuilder& schema) {
    relatedFamilies(schema);
    schema.alterTable("children", [](AlterBuilder& t) { t.index({"parent_id", "name"}); });
}

void alterChildren(SchemaBuilder& schema, void (*body)(AlterBuilder&)) {
    schema.alterTable("children", body);
}

void everyAction(TableBuilder& t) {
    t.id();
    t.foreignId("a").nullable().references("parents").onDelete(noAction).onUpdate(noAction);
    t.foreignId("b").nullable().references("parents").onDelete(restrict).onUpdate(restrict);
    t.foreignId("c").nullable().references("parents").onDelete(cascade).onUpdate(cascade);
    t.foreignId("d").nullable().references("parents").onDelete(setNull).onUpdate(setNull);
}

void addCreateCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "foreign_keys_with_every_action",
         .given = parents,
         .when = [](SchemaBuilder& schema) { schema.createTable("children", everyAction); }});
    cases.push_back(
        {.name = "foreign_key_that_sets_the_default",
         .given = parents,
         .when = [](SchemaBuilder& schema) {
             schema.createTable("children", [](TableBuilder& t) {
                 t.foreignId("parent_id").defaultTo(1).references("parents").onDelete(setDefault);
             });
         }});
    cases.push_back({.name = "foreign_key_of_several_columns",
                     .given = parents,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("children", [](TableBuilder& t) {
                             t.id();
                             t.integer("land");
                             t.string("code", 10);
                             t.foreignKey({"land", "code"})
                                 .references("parents", {"land", "code"})
                                 .onUpdate(cascade)
                                 .named("child_of");
                         });
                     }});
    cases.push_back({.name = "foreign_key_to_its_own_table", .when = [](SchemaBuilder& schema) {
                         schema.createTable("people", [](TableBuilder& t) {
                             t.id();
                             t.foreignId("boss_id").nullable().references("people").onDelete(
                                 setNull);
                         });
                     }});
    cases.push_back({.name = "foreign_key_to_a_later_table", .when = [](SchemaBuilder& schema) {
                         schema.createTable("children", [](TableBuilder& t) {
                             t.id();
                             t.foreignId("parent_id").references("parents");
                         });
                         schema.createTable("toys", [](TableBuilder& t) { t.id(); });
                         parents(schema);
                     }});
    cases.push_back({.name = "foreign_keys_in_a_circle", .when = [](SchemaBuilder& schema) {
                         schema.createTable("hens", [](TableBuilder& t) {
                             t.id();
                             t.foreignId("egg_id").nullable().references("eggs");
                         });
                         schema.createTable("eggs", [](TableBuilder& t) {
                             t.id();
                             t.foreignId("hen_id").nullable().references("hens");
                         });
                     }});
    cases.push_back({.name = "foreign_key_to_a_table_renamed_later",
                     .given = parents,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("children", [](TableBuilder& t) {
                             t.id();
                             t.foreignId("parent_id").references("elders");
                         });
                         schema.renameTable("children", "young");
                         schema.renameTable("parents", "elders");
                     }});
    cases.push_back({.name = "foreign_key_to_a_table_made_outside",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.sql({.postgresql = "CREATE TABLE old (id bigint PRIMARY KEY)",
                                         .mysql = "CREATE TABLE old (id bigint PRIMARY KEY)",
                                         .mariadb = sameAs::mysql,
                                         .sqlite = "CREATE TABLE old (id INTEGER PRIMARY KEY)"});
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createTable("children", [](TableBuilder& t) {
                                 t.id();
                                 t.foreignId("old_id").references("old");
                             });
                         }});
}

void addChangeCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "add_foreign_key", .given = families, .when = [](SchemaBuilder& schema) {
             alterChildren(schema, [](AlterBuilder& t) {
                 t.foreignKey({"parent_id"}).references("parents", {"id"});
             });
         }});
    cases.push_back(
        {.name = "add_column_with_foreign_key",
         .given = families,
         .when = [](SchemaBuilder& schema) {
             alterChildren(schema, [](AlterBuilder& t) {
                 t.foreignId("godparent_id").nullable().references("parents").onDelete(setNull);
                 t.string("nickname", 40).nullable();
                 t.index({"godparent_id"});
             });
         }});
    cases.push_back({.name = "add_required_column_with_foreign_key",
                     .given = families,
                     .when = [](SchemaBuilder& schema) {
                         alterChildren(schema, [](AlterBuilder& t) {
                             t.foreignId("godparent_id").defaultTo(1).references("parents");
                         });
                     }});
    cases.push_back(
        {.name = "drop_foreign_key", .given = relatedFamilies, .when = [](SchemaBuilder& schema) {
             alterChildren(schema, [](AlterBuilder& t) { t.dropForeignKey({"parent_id"}); });
         }});
    cases.push_back({.name = "drop_foreign_key_that_uses_an_index",
                     .given = indexedFamilies,
                     .when = [](SchemaBuilder& schema) {
                         alterChildren(schema, [](AlterBuilder& t) {
                             t.dropForeignKey("children_parent_id_fkey");
                         });
                     }});
    cases.push_back(
        {.name = "add_index_that_a_foreign_key_uses",
         .given = relatedFamilies,
         .when = [](SchemaBuilder& schema) {
             alterChildren(schema, [](AlterBuilder& t) { t.index({"parent_id", "name"}); });
         }});
    cases.push_back(
        {.name = "drop_index_that_a_foreign_key_uses",
         .given = indexedFamilies,
         .when = [](SchemaBuilder& schema) {
             alterChildren(schema, [](AlterBuilder& t) { t.dropIndex({"parent_id", "name"}); });
         }});
    cases.push_back({.name = "drop_column_of_index_that_a_foreign_key_uses",
                     .given = indexedFamilies,
                     .when = [](SchemaBuilder& schema) {
                         alterChildren(schema, [](AlterBuilder& t) { t.dropColumn("name"); });
                     }});
    cases.push_back({.name = "rename_tables_and_columns_of_foreign_key",
                     .given = relatedFamilies,
                     .when = [](SchemaBuilder& schema) {
                         schema.renameTable("parents", "elders");
                         schema.alterTable("elders",
                                           [](AlterBuilder& t) { t.renameColumn("id", "number"); });
                         schema.renameTable("children", "young");
                         schema.alterTable("young", [](AlterBuilder& t) {
                             t.renameColumn("parent_id", "elder_number");
                         });
                     }});
    cases.push_back({.name = "drop_foreign_key_after_renames",
                     .given =
                         [](SchemaBuilder& schema) {
                             relatedFamilies(schema);
                             schema.renameTable("children", "young");
                             schema.alterTable("young", [](AlterBuilder& t) {
                                 t.renameColumn("parent_id", "elder_id");
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterTable("young", [](AlterBuilder& t) {
                                 t.dropForeignKey({"elder_id"});
                             });
                         }});
}

void addLimitCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "foreign_key_that_sets_a_required_column_to_null",
                     .given = parents,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("children", [](TableBuilder& t) {
                             t.foreignId("parent_id").references("parents").onDelete(setNull);
                         });
                     }});
    cases.push_back(
        {.name = "check_on_column_that_a_foreign_key_changes",
         .given = parents,
         .when = [](SchemaBuilder& schema) {
             schema.createTable("children", [](TableBuilder& t) {
                 t.foreignId("parent_id").nullable().references("parents").onDelete(setNull);
                 t.check("children_have_positive_parents", "parent_id > 0");
             });
         }});
    cases.push_back({.name = "foreign_key_of_another_integer",
                     .given = parents,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("children", [](TableBuilder& t) {
                             t.integer("parent_id").references("parents");
                         });
                     }});
    cases.push_back({.name = "foreign_key_out_of_a_schema",
                     .given = parents,
                     .when = [](SchemaBuilder& schema) {
                         schema.createSchema("godwit_golden_family");
                         schema.createTable("godwit_golden_family.children", [](TableBuilder& t) {
                             t.foreignId("parent_id").references("parents");
                         });
                     }});
}

}  // namespace

void addForeignKeyCases(std::vector<GoldenCase>& cases) {
    addCreateCases(cases);
    addChangeCases(cases);
    addLimitCases(cases);
}

}  // namespace godwit::test
