#include "golden/golden.hpp"

// An enumeration is a type of its own on PostgreSQL, that lives as long as a column has it.

namespace godwit::test {

namespace {

void doors(SchemaBuilder& schema) {
    schema.createTable("doors", [](TableBuilder& t) {
        t.id();
        t.enumeration("colour", "colour", {"red", "green"});
        t.enumeration("inside", "colour", {"red", "green"}).defaultTo("green");
    });
}

void doorsAndWindows(SchemaBuilder& schema) {
    doors(schema);
    schema.createTable("windows", [](TableBuilder& t) {
        t.id();
        t.enumeration("frame", "colour", {"red", "green"}).nullable();
    });
}

void windows(SchemaBuilder& schema) {
    schema.createTable("windows", [](TableBuilder& t) { t.id(); });
}

void windowsOfColour(SchemaBuilder& schema) {
    schema.createTable("windows", [](TableBuilder& t) {
        t.id();
        t.enumeration("frame", "colour", {"red", "green"}).defaultTo("red");
    });
}

void paintedDoors(SchemaBuilder& schema) {
    doorsAndWindows(schema);
    schema.createTable("walls", [](TableBuilder& t) {
        t.id();
        t.enumeration("paint", "colour", {"red", "green"}).asCheck().defaultTo("red");
        t.timestamps();
    });
}

void colourOfOthers(SchemaBuilder& schema) {
    schema.sql({.postgresql = "CREATE TYPE colour AS ENUM ('red')",
                .mysql = godwit::nothing,
                .mariadb = godwit::nothing,
                .sqlite = godwit::nothing});
}

void addChangesOfValues(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "update_to_a_value_that_is_new",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").addValue("blue");
                         schema.update("doors", {{"colour", "blue"}}).where("colour = 'red'");
                     }});
    cases.push_back(
        {.name = "add_enum_values", .given = paintedDoors, .when = [](SchemaBuilder& schema) {
             schema.alterEnum("colour").addValue("blue").addValue("pink").before("green");
         }});
    cases.push_back(
        {.name = "add_enum_value_after", .given = doors, .when = [](SchemaBuilder& schema) {
             schema.alterEnum("colour").addValue("it's").after("red");
         }});
    cases.push_back(
        {.name = "rename_enum_value", .given = paintedDoors, .when = [](SchemaBuilder& schema) {
             schema.alterEnum("colour").renameValue("green", "lime");
         }});
    cases.push_back(
        {.name = "remove_enum_value", .given = paintedDoors, .when = [](SchemaBuilder& schema) {
             schema.alterEnum("colour").removeValue("green", "red");
         }});
    cases.push_back(
        {.name = "remove_enum_value_of_no_row",
         .given = windowsOfColour,
         .when = [](SchemaBuilder& schema) { schema.alterEnum("colour").removeValue("green"); }});
    cases.push_back({.name = "change_enum_values_guarded",
                     .given = paintedDoors,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").addValue("green").ifNotExists();
                         schema.alterEnum("colour").addValue("blue").after("red").ifNotExists();
                         schema.alterEnum("colour").renameValue("green", "lime").ifExists();
                         schema.alterEnum("colour").removeValue("lime", "red").ifExists();
                     }});
    cases.push_back({.name = "change_values_of_unknown_enum",
                     .given = colourOfOthers,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").addValue("blue").renameValue("red", "rose");
                     }});
    cases.push_back(
        {.name = "remove_value_of_unknown_enum",
         .given = colourOfOthers,
         .when = [](SchemaBuilder& schema) { schema.alterEnum("colour").removeValue("blue"); }});
    cases.push_back({.name = "remove_enum_value_of_indexed_column",
                     .given =
                         [](SchemaBuilder& schema) {
                             doors(schema);
                             schema.alterTable("doors", [](AlterBuilder& t) {
                                 t.index({"colour"})
                                     .named("doors_red")
                                     .where("colour = 'red'")
                                     .only(postgresql | sqlite);
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterEnum("colour").removeValue("green", "red");
                         }});
    cases.push_back({.name = "rename_value_of_computed_enum",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("doors", [](TableBuilder& t) {
                                 t.id();
                                 t.integer("n");
                                 t.enumeration("colour", "colour", {"red", "green"})
                                     .nullable()
                                     .asCheck()
                                     .storedAs("CASE WHEN n > 0 THEN 'red' ELSE 'green' END");
                             });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.alterEnum("colour").renameValue("green", "lime");
                         }});
}

void paintedShop(SchemaBuilder& schema) {
    schema.createTable("colours", [](TableBuilder& t) {
        t.enumeration("name", "colour", {"red", "green", "grey"}).primaryKey();
    });
    schema.createTable("doors", [](TableBuilder& t) {
        t.integer("n").primaryKey();
        t.enumeration("colour", "colour", {"red", "green", "grey"}).references("colours", "name");
        t.check("red_first", "colour <> 'red' OR n < 10");
        t.index({"n"}).named("doors_red").where("colour = 'red'").only(postgresql | sqlite);
    });
}

void addChangesUnderConstraints(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "remove_enum_value_under_constraints",
         .given = paintedShop,
         .when = [](SchemaBuilder& schema) { schema.alterEnum("colour").removeValue("green"); }});
    cases.push_back({.name = "rename_enum_value_under_constraints",
                     .given = paintedShop,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").renameValue("green", "lime");
                     }});
    cases.push_back({.name = "add_enum_values_under_constraints",
                     .given = paintedShop,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").addValue("blue").addValue("pink").before("red");
                     }});
    cases.push_back({.name = "rename_enum_value_that_a_check_spells_out",
                     .given = paintedShop,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterEnum("colour").renameValue("red", "rose");
                     }});
}

void addEnumsByThemselves(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "create_enum", .when = [](SchemaBuilder& schema) {
                         schema.createEnum("colour", {"red", "green"}).because("doors come later");
                         windowsOfColour(schema);
                         schema.alterEnum("colour").addValue("blue");
                     }});
    cases.push_back({.name = "drop_enum",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createEnum("colour", {"red", "green"});
                             windowsOfColour(schema);
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.dropTable("windows");
                             schema.dropEnum("colour");
                         }});
    cases.push_back({.name = "create_and_drop_enum_guarded",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createEnum("colour", {"red", "green"});
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.createEnum("paint", {"red", "green"}).ifNotExists();
                             schema.dropEnum("colour").ifExists();
                             schema.dropEnum("colour").ifExists();
                         }});
    cases.push_back(
        {.name = "remove_value_of_enum_by_itself",
         .given =
             [](SchemaBuilder& schema) {
                 schema.createEnum("colour", {"red", "green"});
             },
         .when = [](SchemaBuilder& schema) { schema.alterEnum("colour").removeValue("green"); }});
    cases.push_back(
        {.name = "rename_enum", .given = paintedDoors, .when = [](SchemaBuilder& schema) {
             schema.renameEnum("colour", "paint");
             schema.alterEnum("paint").addValue("blue");
             schema.dropTable("doors");
             schema.dropTable("windows");
         }});
    cases.push_back(
        {.name = "rename_enum_guarded", .given = colourOfOthers, .when = [](SchemaBuilder& schema) {
             schema.renameEnum("colour", "paint").ifExists();
         }});
    cases.push_back({.name = "create_enum_named_like_a_table",
                     .given = windows,
                     .when = [](SchemaBuilder& schema) {
                         schema.createEnum("windows", {"red", "green"});
                     }});
}

}  // namespace

void addEnumerationCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "enumeration_of_two_columns", .when = doors});
    cases.push_back({.name = "enumeration_of_two_tables", .when = doorsAndWindows});
    cases.push_back({.name = "drop_one_user_of_enumeration",
                     .given = doorsAndWindows,
                     .when = [](SchemaBuilder& schema) { schema.dropTable("doors"); }});
    cases.push_back({.name = "drop_all_users_of_enumeration",
                     .given = doorsAndWindows,
                     .when = [](SchemaBuilder& schema) {
                         schema.dropTable("doors");
                         schema.alterTable("windows",
                                           [](AlterBuilder& t) { t.dropColumn("frame"); });
                     }});
    cases.push_back({.name = "drop_one_of_two_columns_of_enumeration",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("doors",
                                           [](AlterBuilder& t) { t.dropColumn("inside"); });
                     }});
    cases.push_back(
        {.name = "add_enumeration", .given = windows, .when = [](SchemaBuilder& schema) {
             schema.alterTable("windows", [](AlterBuilder& t) {
                 t.enumeration("frame", "colour", {"red", "green"}).defaultTo("red");
             });
         }});
    cases.push_back(
        {.name = "rename_enumeration_column", .given = doors, .when = [](SchemaBuilder& schema) {
             schema.alterTable("doors",
                               [](AlterBuilder& t) { t.renameColumn("colour", "outside"); });
             schema.renameTable("doors", "gates");
             schema.dropTable("gates");
         }});
    cases.push_back({.name = "enumeration_made_again_with_other_values",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.dropTable("doors");
                         schema.createTable("doors", [](TableBuilder& t) {
                             t.enumeration("colour", "colour", {"blue", "green"});
                         });
                     }});
    cases.push_back({.name = "enumeration_named_like_a_table",
                     .given = doors,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("colour", [](TableBuilder& t) { t.id(); });
                     }});
    cases.push_back(
        {.name = "enumeration_value_that_ends_in_a_blank", .when = [](SchemaBuilder& schema) {
             schema.createTable("words", [](TableBuilder& t) {
                 t.enumeration("word", "word", {"a ", "a"});
             });
         }});
    cases.push_back(
        {.name = "enumeration_values_of_all_kinds", .when = [](SchemaBuilder& schema) {
             schema.createTable("words", [](TableBuilder& t) {
                 t.enumeration(
                      "word",
                      "word",
                      {"it's", "a\\b", "\"q\"", "x, y", "100%", "?", ":n", "A", "a", "\xC3\xA4"})
                     .defaultTo("a\\b");
             });
         }});
    addChangesOfValues(cases);
    addChangesUnderConstraints(cases);
    addEnumsByThemselves(cases);
}

}  // namespace godwit::test
