#include "golden/golden.hpp"

// Views, triggers, functions and procedures.

namespace godwit::test {

namespace {

void orders(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.id();
        t.integer("pieces");
        t.integer("total").defaultTo(0);
    });
    schema.createTable("log", [](TableBuilder& t) {
        t.id();
        t.integer("pieces");
    });
}

void ordersWithView(SchemaBuilder& schema) {
    orders(schema);
    schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100");
}

void ordersWithTrigger(SchemaBuilder& schema) {
    orders(schema);
    schema.createTrigger("keep", "orders")
        .after(onInsert | onUpdate)
        .body("INSERT INTO log (pieces) VALUES (NEW.pieces)");
}

constexpr SqlTexts kTwice{
    .postgresql = "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * n $$",
    .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
    .mariadb = sameAs::mysql,
    .sqlite = nothing};

constexpr SqlTexts kClear{.postgresql = "LANGUAGE sql AS $$ DELETE FROM log $$",
                          .mysql = "DELETE FROM log",
                          .mariadb = sameAs::mysql,
                          .sqlite = nothing};

void withRoutines(SchemaBuilder& schema) {
    orders(schema);
    schema.createFunction("twice", "(n integer)", kTwice);
    schema.createProcedure("clear_log", "()", kClear);
}

void addViewCases(std::vector<GoldenCase>& cases) {
    cases.push_back(
        {.name = "create_view", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100")
                 .columns({"order_id", "size"});
         }});
    cases.push_back(
        {.name = "view_with_check_option", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100")
                 .withCheckOption();
             schema
                 .createView("huge_orders", "SELECT id, pieces FROM big_orders WHERE pieces > 999")
                 .withCheckOption(local);
         }});
    cases.push_back(
        {.name = "view_of_who_asks", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createView("all_orders", "SELECT id FROM orders").securityInvoker();
         }});
    cases.push_back(
        {.name = "replace_view", .given = ordersWithView, .when = [](SchemaBuilder& schema) {
             schema.replaceView("big_orders",
                                "SELECT id, pieces, total FROM orders WHERE pieces > 200");
         }});
    cases.push_back({.name = "rename_and_drop_view",
                     .given = ordersWithView,
                     .when = [](SchemaBuilder& schema) {
                         schema.renameView("big_orders", "large_orders");
                         schema.dropView("large_orders");
                     }});
    cases.push_back({.name = "move_view_to_another_schema",
                     .given = ordersWithView,
                     .when = [](SchemaBuilder& schema) {
                         schema.createSchema("godwit_golden_moved").only(postgresql);
                         schema.renameView("big_orders", "godwit_golden_moved.big_orders");
                         schema.dropView("godwit_golden_moved.big_orders");
                         schema.dropSchema("godwit_golden_moved").only(postgresql);
                     }});
    cases.push_back({.name = "rename_view_made_outside",
                     .given =
                         [](SchemaBuilder& schema) {
                             schema.sql(everywhere("CREATE VIEW found AS SELECT 1 AS one"));
                         },
                     .when = [](SchemaBuilder& schema) { schema.renameView("found", "kept"); }});
}

void addTriggerCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "create_trigger", .given = orders, .when = [](SchemaBuilder& schema) {
                         schema.createTrigger("keep", "orders")
                             .after(onUpdate)
                             .when("NEW.pieces > 100")
                             .body("INSERT INTO log (pieces) VALUES (NEW.pieces)");
                     }});
    cases.push_back(
        {.name = "trigger_of_several_events", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createTrigger("keep", "orders")
                 .after(onInsert | onUpdate)
                 .body("INSERT INTO log (pieces) VALUES (NEW.pieces)");
             schema.dropTrigger("keep", "orders");
         }});
    cases.push_back({.name = "trigger_that_changes_the_row",
                     .given = orders,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTrigger("sum", "orders")
                             .before(onInsert)
                             .body({.postgresql = "NEW.total := NEW.pieces * 2",
                                    .mysql = "SET NEW.total = NEW.pieces * 2",
                                    .mariadb = sameAs::mysql,
                                    .sqlite = nothing});
                     }});
    cases.push_back(
        {.name = "trigger_of_columns", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createTrigger("keep", "orders")
                 .after(onUpdate)
                 .ofColumns({"pieces", "total"})
                 .body("BEGIN INSERT INTO log (pieces) VALUES (NEW.pieces); END");
         }});
    cases.push_back({.name = "trigger_instead_of_an_event",
                     .given = ordersWithView,
                     .when = [](SchemaBuilder& schema) {
                         schema.createTrigger("write_through", "big_orders")
                             .insteadOf(onInsert)
                             .body("INSERT INTO orders (pieces) VALUES (NEW.pieces)");
                     }});
    cases.push_back(
        {.name = "trigger_for_each_statement", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createTrigger("keep", "orders")
                 .after(onInsert)
                 .forEachStatement()
                 .newTableAs("fresh")
                 .body("INSERT INTO log (pieces) SELECT pieces FROM fresh");
         }});
    cases.push_back(
        {.name = "trigger_that_executes_a_function",
         .given = orders,
         .when = [](SchemaBuilder& schema) {
             schema.createFunction("audit",
                                   "()",
                                   {.postgresql = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                                                  "RETURN NEW; END $$",
                                    .mysql = nothing,
                                    .mariadb = nothing,
                                    .sqlite = nothing});
             schema.createTrigger("watch", "orders").after(onInsert).executes("audit", {"it's"});
         }});
    cases.push_back(
        {.name = "replace_trigger", .given = ordersWithTrigger, .when = [](SchemaBuilder& schema) {
             schema.replaceTrigger("keep", "orders")
                 .after(onInsert | onUpdate)
                 .body("INSERT INTO log (pieces) VALUES (NEW.pieces + 1)");
         }});
    cases.push_back(
        {.name = "rename_trigger", .given = ordersWithTrigger, .when = [](SchemaBuilder& schema) {
             schema.renameTrigger("keep", "orders", "keep_all");
             schema.dropTrigger("keep_all", "orders");
         }});
    cases.push_back({.name = "rename_table_of_trigger",
                     .given = ordersWithTrigger,
                     .when = [](SchemaBuilder& schema) {
                         schema.renameTable("orders", "sales");
                         schema.dropTable("sales");
                     }});
    cases.push_back({.name = "move_table_of_trigger_to_another_schema",
                     .given = ordersWithTrigger,
                     .when = [](SchemaBuilder& schema) {
                         schema.createSchema("godwit_golden_moved").only(postgresql);
                         schema.renameTable("orders", "godwit_golden_moved.orders");
                         schema.dropTable("godwit_golden_moved.orders");
                         schema.dropSchema("godwit_golden_moved").only(postgresql);
                     }});
}

void addRoutineCases(std::vector<GoldenCase>& cases) {
    cases.push_back({.name = "create_function", .given = orders, .when = [](SchemaBuilder& schema) {
                         schema.createFunction("twice", "(n integer)", kTwice);
                     }});
    cases.push_back(
        {.name = "create_procedure", .given = orders, .when = [](SchemaBuilder& schema) {
             schema.createProcedure("clear_log", "()", kClear);
         }});
    cases.push_back(
        {.name = "replace_function", .given = withRoutines, .when = [](SchemaBuilder& schema) {
             schema.replaceFunction("twice", "(n integer)", kTwice);
             schema.replaceProcedure("clear_log", "()", kClear);
         }});
    cases.push_back({.name = "rename_and_drop_functions",
                     .given = withRoutines,
                     .when = [](SchemaBuilder& schema) {
                         schema.renameFunction("twice", "doubled");
                         schema.renameProcedure("clear_log", "forget");
                         schema.dropFunction("doubled");
                         schema.dropProcedure("forget");
                     }});
    cases.push_back(
        {.name = "functions_of_one_name", .given = nullptr, .when = [](SchemaBuilder& schema) {
             schema
                 .createFunction(
                     "half",
                     "(n integer DEFAULT 2)",
                     {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT n / 2 $$"})
                 .only(postgresql);
             schema
                 .createFunction(
                     "half",
                     "(n numeric)",
                     {.postgresql = "RETURNS numeric LANGUAGE sql AS $$ SELECT n / 2 $$"})
                 .only(postgresql);
             schema.dropFunction("half", "(n integer DEFAULT 2)").only(postgresql);
         }});
    cases.push_back({.name = "function_where_there_are_none",
                     .given = nullptr,
                     .when = [](SchemaBuilder& schema) {
                         schema.createFunction("one",
                                               "()",
                                               {.postgresql = "RETURNS integer LANGUAGE sql AS "
                                                              "$$ SELECT 1 $$",
                                                .mysql = "RETURNS integer NO SQL RETURN 1",
                                                .mariadb = sameAs::mysql,
                                                .sqlite = "RETURN 1"});
                     }});
}

}  // namespace

void addObjectCases(std::vector<GoldenCase>& cases) {
    addViewCases(cases);
    addTriggerCases(cases);
    addRoutineCases(cases);
}

}  // namespace godwit::test
