#include "golden/golden.hpp"

// What is said of columns and tables beside their types.

namespace godwit::test {

namespace {

void lines(SchemaBuilder& schema) {
    schema.createTable("lines", [](TableBuilder& t) {
        t.id();
        t.integer("pieces");
        t.integer("price");
        t.string("name", 40);
    });
}

void virtualColumn(SchemaBuilder& schema) {
    schema.createTable("lines", [](TableBuilder& t) {
        t.id();
        t.integer("pieces");
        t.integer("twice").virtualAs("pieces * 2");
    });
}

void addComputedCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "computed_column", .when = [](SchemaBuilder& schema) {
                         schema.createTable("lines", [](TableBuilder& t) {
                             t.id();
                             t.integer("pieces");
                             t.integer("price").nullable();
                             t.integer("total").nullable().storedAs("pieces * price");
                             t.integer("twice").storedAs("pieces * 2").comment("Of the pieces.");
                         });
                     }});
    cases.push_back({.name = "virtual_column", .when = virtualColumn, .byVersion = true});
    cases.push_back({.name = "computed_column_by_database", .when = [](SchemaBuilder& schema) {
                         schema.createTable("lines", [](TableBuilder& t) {
                             t.decimal("price", 8, 2);
                             t.decimal("gross", 9, 2)
                                 .storedAs({.postgresql = "price * 1.2",
                                            .mysql = "price * 1.2",
                                            .mariadb = sameAs::mysql,
                                            .sqlite = "price * 12 / 10"});
                         });
                     }});
    cases.push_back({.name = "computed_decimal", .when = [](SchemaBuilder& schema) {
                         schema.createTable("lines", [](TableBuilder& t) {
                             t.decimal("price", 8, 2);
                             t.decimal("gross", 9, 2).storedAs("price * 1.2");
                         });
                     }});
    cases.push_back(
        {.name = "add_computed_columns", .given = lines, .when = [](SchemaBuilder& schema) {
             schema.alterTable("lines", [](AlterBuilder& t) {
                 t.integer("total").storedAs("pieces * price");
                 t.string("shout", 40).nullable().storedAs("upper(name)");
             });
         }});
}

void addTextCasesOfColumns(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "collations", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.string("word", 40)
                                 .collate({.postgresql = "C",
                                           .mysql = "utf8mb4_0900_ai_ci",
                                           .mariadb = "utf8mb4_unicode_ci",
                                           .sqlite = "NOCASE"})
                                 .unique();
                         });
                     }});
    cases.push_back({.name = "collation_that_sqlite_has_not", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.text("word").collate({.postgresql = "C",
                                                     .mysql = "utf8mb4_bin",
                                                     .mariadb = "utf8mb4_bin",
                                                     .sqlite = "de_DE"});
                         });
                     }});
    cases.push_back({.name = "charset_of_column", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.string("code", 3000).charset("latin1").unique();
                             t.string("word", 40).charset("utf8mb4");
                         });
                     }});
}

void addKeptByServer(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "renewed_on_update", .when = [](SchemaBuilder& schema) {
                         schema.createTable("visits", [](TableBuilder& t) {
                             t.id();
                             t.timestamp("seen", 0).defaultTo(now).renewedOnUpdate();
                         });
                     }});
    cases.push_back({.name = "invisible_column", .when = [](SchemaBuilder& schema) {
                         schema.createTable("visits", [](TableBuilder& t) {
                             t.id();
                             t.integer("rank").defaultTo(0).invisible();
                         });
                     }});
    cases.push_back({.name = "generated_from_a_number_on", .when = [](SchemaBuilder& schema) {
                         schema.createTable("invoices", [](TableBuilder& t) {
                             t.bigInteger("number").primaryKey().generated().startingAt(1000);
                         });
                     }});
    cases.push_back({.name = "generated_always_in_steps", .when = [](SchemaBuilder& schema) {
                         schema.createTable("invoices", [](TableBuilder& t) {
                             t.bigInteger("number").primaryKey().generatedAlways().inStepsOf(10);
                         });
                     }});
}

void addOptionCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "table_of_engine", .when = [](SchemaBuilder& schema) {
                         schema.createTable("log", [](TableBuilder& t) {
                             t.id();
                             t.engine("MyISAM");
                             t.charset("latin1");
                             t.rowFormat("dynamic");
                         });
                     }});
    cases.push_back({.name = "table_collation", .when = [](SchemaBuilder& schema) {
                         schema.createTable("words", [](TableBuilder& t) {
                             t.string("word", 40).unique();
                             t.collate("utf8mb4_general_ci");
                             t.rowFormat("COMPRESSED");
                         });
                     }});
    cases.push_back(
        {.name = "foreign_key_of_engine_without_keys", .when = [](SchemaBuilder& schema) {
             schema.createTable("log", [](TableBuilder& t) {
                 t.id();
                 t.foreignId("before").nullable().references("log");
                 t.engine("MyISAM");
             });
         }});
    cases.push_back({.name = "table_without_rowid", .when = [](SchemaBuilder& schema) {
                         schema.createTable("pairs", [](TableBuilder& t) {
                             t.integer("a");
                             t.integer("b");
                             t.primaryKey({"a", "b"});
                             t.withoutRowid();
                         });
                     }});
    cases.push_back({.name = "counted_table_without_rowid", .when = [](SchemaBuilder& schema) {
                         schema
                             .createTable("pairs",
                                          [](TableBuilder& t) {
                                              t.id();
                                              t.withoutRowid();
                                          })
                             .only(sqlite);
                     }});
    cases.push_back({.name = "table_not_strict", .when = [](SchemaBuilder& schema) {
                         schema.createTable("anything", [](TableBuilder& t) {
                             t.integer("n");
                             t.notStrict();
                         });
                     }});
    cases.push_back({.name = "table_unlogged", .when = [](SchemaBuilder& schema) {
                         schema.createTable("cache", [](TableBuilder& t) {
                             t.id();
                             t.unlogged();
                             t.tablespace("pg_default");
                             t.parameter("fillfactor", "70");
                             t.parameter("toast.autovacuum_enabled", "off");
                         });
                     }});
    cases.push_back({.name = "table_temporary", .when = [](SchemaBuilder& schema) {
                         schema.createTable("scratch", [](TableBuilder& t) {
                             t.id();
                             t.string("word", 20);
                             t.index({"word"});
                             t.temporary();
                         });
                     }});
}

}  // namespace

void addColumnAttributeCases(std::vector<GoldenCase>& cases) {
    addComputedCases(cases);
    addTextCasesOfColumns(cases);
    addKeptByServer(cases);
    addOptionCases(cases);
}

}  // namespace godwit::test
