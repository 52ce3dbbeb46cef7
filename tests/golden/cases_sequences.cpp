#include "golden/golden.hpp"

// Sequences, schemas, extensions, materialised views and partitions.

namespace godwit::test {

namespace {

void withSequence(SchemaBuilder& schema) { schema.createSequence("invoice_no").startsAt(1000); }

void visits(SchemaBuilder& schema) {
    schema.createTable("visits", [](TableBuilder& t) {
        t.integer("page");
        t.integer("day");
        t.primaryKey({"page", "day"});
    });
}

void withSummary(SchemaBuilder& schema) {
    visits(schema);
    schema
        .createMaterializedView("per_page", "SELECT page, count(*) AS n FROM visits GROUP BY page")
        .only(postgresql);
    schema.sql({.postgresql = "CREATE UNIQUE INDEX per_page_key ON per_page (page)",
                .mysql = nothing,
                .mariadb = nothing,
                .sqlite = nothing});
}

void visitsByDay(SchemaBuilder& schema) {
    schema.createTable("visits", [](TableBuilder& t) {
        t.integer("page");
        t.integer("day");
        t.primaryKey({"page", "day"});
        t.partitionByRange({"day"});
    });
    schema.createPartition("visits_first", "visits").from({lowest}).to({100});
    schema.createPartition("visits_second", "visits").from({100}).to({200});
    schema.createPartition("visits_third", "visits").from({200}).to({highest});
}

void visitsByDayWithoutSqlite(SchemaBuilder& schema) {
    schema.createTable("visits", [](TableBuilder& t) {
        t.integer("page");
        t.integer("day");
        t.partitionByRange({"day"}).only(postgresql | mysql | mariadb);
    });
    schema.createPartition("visits_first", "visits")
        .from({lowest})
        .to({100})
        .only(postgresql | mysql | mariadb);
    schema.createPartition("visits_second", "visits")
        .from({100})
        .to({200})
        .only(postgresql | mysql | mariadb);
}

void visitsWithKeyByDay(SchemaBuilder& schema) {
    schema.createTable("visits", [](TableBuilder& t) {
        t.integer("page");
        t.integer("day");
        t.primaryKey({"page", "day"});
        t.partitionByHash({"day"}, 2).only(postgresql | mysql | mariadb);
    });
}

void visitsOfOneYear(SchemaBuilder& schema) {
    schema.createTable("visits_late", [](TableBuilder& t) {
        t.integer("page");
        t.integer("day");
    });
}

void addSequenceCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "create_sequence", .when = [](SchemaBuilder& schema) {
                         schema.createSequence("invoice_no")
                             .startsAt(1000)
                             .incrementsBy(5)
                             .minValue(1000)
                             .maxValue(9999)
                             .cache(10)
                             .cycles();
                     }});
    cases.push_back(
        {.name = "sequence_of_a_column", .given = visits, .when = [](SchemaBuilder& schema) {
             schema.createSequence("page_no").type(integer()).ownedBy("visits", "page");
         }});
    cases.push_back(
        {.name = "alter_sequence", .given = nullptr, .when = [](SchemaBuilder& schema) {
             withSequence(schema);
             schema.alterSequence("invoice_no").incrementsBy(2).maxValue(99999).doesNotCycle();
             schema.alterSequence("invoice_no").restartsAt(5000);
             schema.renameSequence("invoice_no", "bill_no");
             schema.dropSequence("bill_no");
         }});
}

void addSchemaCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "create_and_drop_schema", .when = [](SchemaBuilder& schema) {
             schema.createSchema("godwit_golden_billing");
             schema.createTable("godwit_golden_billing.invoices", [](TableBuilder& t) {
                 t.id();
                 t.integer("number").unique();
                 t.foreignId("parent_id").nullable().references("godwit_golden_billing.invoices");
                 t.index({"number", "parent_id"});
             });
             schema.alterTable("godwit_golden_billing.invoices", [](AlterBuilder& t) {
                 t.integer("pages").nullable();
                 t.renameColumn("number", "no");
             });
             schema.renameTable("godwit_golden_billing.invoices", "godwit_golden_billing.bills");
             schema.createView("godwit_golden_billing.numbers",
                               "SELECT no FROM godwit_golden_billing.bills");
             schema.dropView("godwit_golden_billing.numbers");
             schema.dropTable("godwit_golden_billing.bills");
             schema.dropSchema("godwit_golden_billing");
         }});
    cases.push_back({.name = "sequence_of_a_type", .when = [](SchemaBuilder& schema) {
                         schema.createSequence("page_no").type(integer());
                         schema.createSequence("shelf_no").type(smallInteger());
                         schema.createSequence("book_no").type(bigInteger());
                     }});
    cases.push_back({.name = "rename_schema", .when = [](SchemaBuilder& schema) {
                         schema.createSchema("old_billing").only(postgresql);
                         schema.renameSchema("old_billing", "new_billing");
                     }});
    cases.push_back({.name = "enable_and_disable_extension", .when = [](SchemaBuilder& schema) {
                         schema.enableExtension("citext");
                         schema.disableExtension("citext");
                     }});
}

void addMaterializedViewCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "create_materialized_view", .given = visits, .when = [](SchemaBuilder& schema) {
             schema
                 .createMaterializedView("per_page",
                                         "SELECT page, count(*) FROM visits GROUP BY page")
                 .columns({"page", "n"})
                 .withNoData();
         }});
    cases.push_back({.name = "refresh_materialized_view",
                     .given = withSummary,
                     .when = [](SchemaBuilder& schema) {
                         schema.refreshMaterializedView("per_page");
                         schema.refreshMaterializedView("per_page").concurrently();
                         schema.renameMaterializedView("per_page", "by_page");
                         schema.refreshMaterializedView("by_page").withNoData();
                         schema.dropMaterializedView("by_page");
                     }});
}

void addPartitionCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "partition_by_range", .when = visitsByDay});
    cases.push_back({.name = "partition_by_list", .when = [](SchemaBuilder& schema) {
                         schema.createTable("shops", [](TableBuilder& t) {
                             t.string("country", 2);
                             t.integer("number");
                             t.partitionByList("country");
                         });
                         schema.createPartition("shops_north", "shops").in({"se", "no"});
                         schema.createPartition("shops_south", "shops").in({"it", "gr"});
                     }});
    cases.push_back({.name = "partition_for_the_rest", .when = [](SchemaBuilder& schema) {
                         schema.createTable("shops", [](TableBuilder& t) {
                             t.string("country", 2);
                             t.partitionByList("country");
                         });
                         schema.createPartition("shops_north", "shops").in({"se", "no"});
                         schema.createPartition("shops_rest", "shops").takesTheRest();
                     }});
    cases.push_back({.name = "partition_by_hash", .when = [](SchemaBuilder& schema) {
                         schema.createTable("shops", [](TableBuilder& t) {
                             t.integer("number").primaryKey();
                             t.partitionByHash({"number"}, 3);
                         });
                     }});
    cases.push_back({.name = "partition_with_a_modulus", .when = [](SchemaBuilder& schema) {
                         schema.createTable("shops", [](TableBuilder& t) {
                             t.integer("number").primaryKey();
                             t.partitionByHash({"number"}, 0);
                         });
                         schema.createPartition("shops_a", "shops").modulus(2, 0);
                         schema.createPartition("shops_b", "shops").modulus(2, 1);
                     }});
    cases.push_back(
        {.name = "partition_by_other_columns_than_the_key", .when = [](SchemaBuilder& schema) {
             schema.createTable("shops", [](TableBuilder& t) {
                 t.integer("number").primaryKey();
                 t.integer("zone");
                 t.partitionByHash({"zone"}, 3);
             });
         }});
    cases.push_back({.name = "add_and_drop_partition",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.createPartition("visits_third", "visits").from({200}).to({300});
                         schema.dropPartition("visits_second", "visits");
                         schema.createPartition("visits_again", "visits").from({100}).to({200});
                     }});
    cases.push_back({.name = "partition_with_a_gap",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.createPartition("visits_late", "visits").from({500}).to({600});
                     }});
    cases.push_back({.name = "detach_and_attach_partition",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.detachPartition("visits_second", "visits");
                         schema.attachPartition("visits_second", "visits").from({100}).to({200});
                     }});
    cases.push_back({.name = "partition_below_another_with_a_gap",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.dropPartition("visits_first", "visits");
                         schema.createPartition("visits_late", "visits").from({50}).to({100});
                     }});
    cases.push_back({.name = "attach_partition_with_a_gap",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         visitsOfOneYear(schema);
                         schema.attachPartition("visits_late", "visits").from({300}).to({400});
                     }});
    cases.push_back({.name = "attach_partition_between_others",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         visitsOfOneYear(schema);
                         schema.dropPartition("visits_first", "visits");
                         schema.attachPartition("visits_late", "visits").from({lowest}).to({100});
                     }});
}

void addCutColumnCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "drop_column_that_a_table_is_cut_by",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits", [](auto& t) { t.dropColumn("day"); });
                     }});
    cases.push_back({.name = "rename_column_that_a_table_is_cut_by",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits", [](auto& t) { t.renameColumn("day", "on"); });
                     }});
    cases.push_back({.name = "change_type_of_a_column_that_a_table_is_cut_by",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits",
                                           [](auto& t) { t.changeType("day", bigInteger()); });
                     }});
    cases.push_back(
        {.name = "partition_of_a_table_that_is_whole",
         .given =
             [](SchemaBuilder& schema) {
                 schema.createTable("visits", [](TableBuilder& t) {
                     t.integer("day");
                     t.partitionByRange({"day"}).only(postgresql);
                 });
             },
         .when =
             [](SchemaBuilder& schema) {
                 schema.createPartition("visits_early", "visits").from({lowest}).to({100});
             }});
    cases.push_back({.name = "attach_partition_for_the_rest",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.createTable("shops", [](TableBuilder& t) {
                                 t.integer("zone");
                                 t.partitionByList("zone").only(postgresql | mysql | mariadb);
                             });
                             schema.createPartition("shops_few", "shops")
                                 .in({1, 2})
                                 .only(postgresql | mysql | mariadb);
                             schema.createTable("shops_rest",
                                                [](TableBuilder& t) { t.integer("zone"); });
                         },
                     .when =
                         [](SchemaBuilder& schema) {
                             schema.attachPartition("shops_rest", "shops").takesTheRest();
                         }});
}

void addPartitionedTableCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "unique_constraint_over_other_columns_than_the_partitions",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits", [](auto& t) { t.unique({"page"}); });
                     }});
    cases.push_back({.name = "unique_index_over_other_columns_than_the_partitions",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits", [](auto& t) { t.index({"page"}).unique(); });
                     }});
    cases.push_back({.name = "primary_key_over_other_columns_than_the_partitions",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits", [](auto& t) { t.primaryKey({"page"}); });
                     }});
    cases.push_back({.name = "index_built_concurrently_over_partitions",
                     .given = visitsByDayWithoutSqlite,
                     .when = [](SchemaBuilder& schema) {
                         schema.alterTable("visits",
                                           [](auto& t) { t.index({"page"}).concurrently(); });
                     }});
    cases.push_back(
        {.name = "foreign_key_of_a_partitioned_table",
         .given = visitsByDayWithoutSqlite,
         .when = [](SchemaBuilder& schema) {
             schema.createTable("pages", [](TableBuilder& t) { t.integer("number").primaryKey(); });
             schema.alterTable("visits", [](auto& t) {
                 t.foreignKey({"page"}).references("pages", {"number"});
             });
         }});
    cases.push_back({.name = "foreign_key_to_a_partitioned_table",
                     .given = visitsWithKeyByDay,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTable("notes", [](TableBuilder& t) {
                             t.integer("page");
                             t.integer("day");
                             t.foreignKey({"page", "day"}).references("visits", {"page", "day"});
                         });
                     }});
    cases.push_back({.name = "partition_by_an_enumeration", .when = [](SchemaBuilder& schema) {
                         schema.createTable("shops", [](TableBuilder& t) {
                             t.enumeration("zone", "zone", {"north", "south"});
                             t.partitionByList("zone");
                         });
                         schema.createPartition("shops_north", "shops").in({"north"});
                     }});
}

}  // namespace

void addObjectsOfServersCases(std::vector<GoldenCase>& cases) {
    addSequenceCases(cases);
    addSchemaCases(cases);
    addMaterializedViewCases(cases);
    addPartitionCases(cases);
    addPartitionedTableCases(cases);
    addCutColumnCases(cases);
}

}  // namespace godwit::test
