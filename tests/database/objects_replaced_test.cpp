#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

// What replaces, renames or drops an object is about that one alone, and what the call does not say
// stays as it is.

namespace godwit::test {

namespace {

void orders(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("pieces");
    });
    schema.createTable("log", [](TableBuilder& t) { t.integer("pieces"); });
}

class ReplacedObjects : public testing::Test {
protected:
    ReplacedObjects() { runner_.run(orders); }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }
    void execute(std::string_view sql) { connection_.execute(sql); }
    std::string refusal(GoldenCase::Body body) {
        try {
            runner_.run(body);
        } catch (const UsageError& error) {
            return error.message();
        } catch (const UnsupportedError& error) {
            return error.message();
        }
        return {};
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

using ReplacedTriggers = ReplacedObjects;

TEST_F(ReplacedTriggers, FireOnTheirNewEventsAlone) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert | onDelete)
            .body("INSERT INTO log (pieces) VALUES (1)");
        schema.replaceTrigger("keep", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (10)");
    });
    execute("INSERT INTO orders VALUES (1, 5)");
    execute("DELETE FROM orders");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "10");

    runner_.run([](SchemaBuilder& schema) {
        schema.replaceTrigger("keep", "orders")
            .after(onInsert | onDelete)
            .body("INSERT INTO log (pieces) VALUES (100)");
    });
    execute("INSERT INTO orders VALUES (1, 5)");
    execute("DELETE FROM orders");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "210");
}

using ReplacedTriggersOnMysql = ReplacedObjects;

TEST_F(ReplacedTriggersOnMysql, FireNoMoreWhoeverHasMadeThem) {
    execute(
        "CREATE TRIGGER keep AFTER INSERT ON orders FOR EACH ROW INSERT INTO log (pieces) VALUES "
        "(1)");
    runner_.run([](SchemaBuilder& schema) {
        schema.replaceTrigger("keep", "orders")
            .after(onInsert | onDelete)
            .body("INSERT INTO log (pieces) VALUES (10)");
    });
    execute("INSERT INTO orders VALUES (1, 5)");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "10");
}

using ReplacedViewsOnServers = ReplacedObjects;

TEST_F(ReplacedViewsOnServers, KeepTheirCheckOptionAndTheirColumns) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100")
            .columns({"order_id", "size"})
            .withCheckOption();
        schema.replaceView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 200");
    });
    EXPECT_TRUE(runner_.refuses("INSERT INTO big_orders (order_id, size) VALUES (1, 150)"));
    EXPECT_FALSE(runner_.refuses("INSERT INTO big_orders (order_id, size) VALUES (1, 250)"));
}

void smallView(SchemaBuilder& schema) {
    orders(schema);
    schema.createView("some_orders", "SELECT id FROM orders WHERE pieces > 100").columns({"no"});
    schema.createView("checked", "SELECT id, pieces FROM orders WHERE pieces > 100")
        .withCheckOption(local)
        .only(postgresql | mysql | mariadb);
}

constexpr const char* kMake = "20250401000000_make";
constexpr const char* kChange = "20250402000000_change";

class ReplacesViews : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.replaceView("some_orders",
                           "SELECT id FROM orders WHERE pieces > 500",
                           "SELECT id FROM orders WHERE pieces > 100");
        schema
            .replaceView("checked",
                         "SELECT id, pieces FROM orders WHERE pieces > 500",
                         "SELECT id, pieces FROM orders WHERE pieces > 100")
            .only(postgresql | mysql | mariadb);
    }
};

void addsAnOption(SchemaBuilder& schema) {
    schema.replaceView("some_orders", "SELECT id FROM orders WHERE pieces > 100")
        .withCheckOption()
        .only(postgresql | mysql | mariadb);
    schema.dropView("some_orders").only(sqlite);
}

void takesItBack(SchemaBuilder& schema) {
    schema.dropView("some_orders").only(postgresql | mysql | mariadb);
    schema.createView("some_orders", "SELECT id FROM orders WHERE pieces > 100").columns({"no"});
}

class ReplacedObjectsInMigrations : public testing::Test {
protected:
    template <class Change>
    void goesBack() {
        MigrationSet set;
        set.add<Written<smallView>>(kMake).add<Change>(kChange);
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kMake);
        const std::string before = catalogOf(connection_);
        migrator.up();
        const std::string after = catalogOf(connection_);
        EXPECT_NE(catalogChange(before, after), "");
        migrator.rollback();
        EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "") << "after the way back";
        migrator.up();
        EXPECT_EQ(catalogChange(after, catalogOf(connection_)), "") << "after the second way up";
    }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

TEST_F(ReplacedObjectsInMigrations, AreViewsThatKeepTheirColumnsAndOptionsBothWays) {
    goesBack<ReplacesViews>();
    const std::string catalog = catalogOf(connection_);
    EXPECT_NE(catalog.find("no"), std::string::npos);
}

TEST_F(ReplacedObjectsInMigrations, AreViewsThatLoseAnOptionWhenTheyAreMadeAgain) {
    goesBack<Written<addsAnOption, takesItBack>>();
}

TEST_F(ReplacedViewsOnServers, ReadWithTheRightsOfWhoAsksAsBefore) {
    if (runningOn(DatabaseKind::PostgreSQL) && runner_.dialect().server().version.major < 15) {
        EXPECT_NE(refusal([](SchemaBuilder& schema) {
                      schema.createView("v", "SELECT id FROM orders").securityInvoker();
                  }),
                  "");
        return;
    }
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("v", "SELECT id FROM orders").securityInvoker();
    });
    const std::string before = catalogOf(connection_);
    runner_.run([](SchemaBuilder& schema) { schema.replaceView("v", "SELECT id FROM orders"); });
    EXPECT_EQ(catalogChange(before, catalogOf(connection_)), "");
}

using ReplacedViewsOnSqlite = ReplacedObjects;

// SQLite would make the view, and refuse whoever reads it.
TEST_F(ReplacedViewsOnSqlite, AreRefusedWhenTheirColumnsAreTooFew) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("ids", "SELECT id FROM orders").columns({"no"});
    });
    EXPECT_THROW(runner_.run([](SchemaBuilder& schema) {
        schema.replaceView("ids", "SELECT id, pieces FROM orders");
    }),
                 DatabaseError);
    runner_.run([](SchemaBuilder& schema) {
        schema.replaceView("ids", "SELECT id, pieces FROM orders").columns({"no", "size"});
    });
    EXPECT_FALSE(runner_.refuses("SELECT no, size FROM ids"));
}

using OverloadsOnPostgresql = ReplacedObjects;

void twoOverloads(SchemaBuilder& schema) {
    schema.createFunction("half",
                          "(n integer)",
                          everywhere("RETURNS integer LANGUAGE sql AS 'SELECT n / 2'"));
    schema.sql(everywhere("CREATE FUNCTION half(t text) RETURNS text LANGUAGE sql AS 'SELECT t'"));
}

TEST_F(OverloadsOnPostgresql, GoByTheParametersThatTheCallGives) {
    runner_.run(twoOverloads);
    runner_.run([](SchemaBuilder& schema) { schema.dropFunction("half", "(text)"); });
    EXPECT_EQ(value("SELECT half(42)"), "21");
    EXPECT_TRUE(runner_.refuses("SELECT half('a'::text)"));
    runner_.run([](SchemaBuilder& schema) {
        schema.dropFunction("half", "(numeric)").ifExists();
        schema.dropFunction("half", "( INT4 )");
    });
    EXPECT_TRUE(runner_.refuses("SELECT half(42)"));
    runner_.run(twoOverloads);
}

TEST_F(OverloadsOnPostgresql, AreRenamedByTheParametersThatTheCallGives) {
    runner_.run(twoOverloads);
    runner_.run([](SchemaBuilder& schema) { schema.renameFunction("half", "same", "(text)"); });
    EXPECT_EQ(value("SELECT half(42)"), "21");
    EXPECT_EQ(value("SELECT same('a')"), "a");
}

TEST_F(OverloadsOnPostgresql, AreGuardedByTheirParameters) {
    const auto make = [](SchemaBuilder& schema) {
        schema
            .createFunction("half",
                            "(t text, VARIADIC more double precision[] DEFAULT '{}')",
                            everywhere("RETURNS text LANGUAGE sql AS 'SELECT t'"))
            .ifNotExists();
        schema
            .createFunction("half",
                            "(\"n n\" numeric(10, 2))",
                            everywhere("RETURNS text LANGUAGE sql AS 'SELECT ''n'''"))
            .ifNotExists();
        schema
            .createFunction("half", "()", everywhere("RETURNS text LANGUAGE sql AS 'SELECT ''0'''"))
            .ifNotExists();
    };
    runner_.run([](SchemaBuilder& schema) {
        schema.createFunction("half",
                              "(n integer)",
                              everywhere("RETURNS text LANGUAGE sql AS 'SELECT n::text'"));
    });
    SchemaRunner{connection_}.run(make);
    SchemaRunner{connection_}.run(make);
    runner_.run(make);
    EXPECT_EQ(value("SELECT half('a'::text)"), "a");
    EXPECT_EQ(value("SELECT half(1.5)"), "n");
    EXPECT_EQ(value("SELECT half()"), "0");
    const auto drop = [](SchemaBuilder& schema) {
        schema.dropFunction("half", "(text, double precision[])").ifExists();
        schema.dropFunction("half", "(timestamp with time zone)").ifExists();
    };
    SchemaRunner{connection_}.run(drop);
    SchemaRunner{connection_}.run(drop);
    EXPECT_TRUE(runner_.refuses("SELECT half('a'::text)"));
    EXPECT_EQ(value("SELECT half(7)"), "7");
}

using TriggerFunctionsOnPostgresql = ReplacedObjects;

TEST_F(TriggerFunctionsOnPostgresql, AreNotTakenFromAnotherTrigger) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("a", [](TableBuilder& t) { t.integer("n"); });
        schema.createTable("a_b", [](TableBuilder& t) { t.integer("n"); });
        schema.createTrigger("c", "a_b").after(onInsert).body("NULL");
    });
    constexpr const char* kTaken =
        "the function a_b_c_fn is that of the trigger c of a_b, and the trigger b_c of a would "
        "have one of the same name";
    EXPECT_EQ(refusal([](SchemaBuilder& schema) {
                  schema.createTrigger("b_c", "a").after(onInsert).body("NULL");
              }),
              kTaken);
    EXPECT_EQ(refusal([](SchemaBuilder& schema) {
                  schema.replaceTrigger("b_c", "a").after(onInsert).body("NULL");
              }),
              kTaken);
}

TEST_F(TriggerFunctionsOnPostgresql, AreNotTakenFromTheUser) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createFunction("orders_keep_fn",
                              "()",
                              everywhere("RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'"));
    });
    EXPECT_EQ(refusal([](SchemaBuilder& schema) {
                  schema.replaceTrigger("keep", "orders").after(onInsert).body("NULL");
              }),
              "the function orders_keep_fn is there already, and the trigger keep of orders would "
              "have one of the same name");
    execute("CREATE FUNCTION orders_note_fn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'");
    EXPECT_THROW(runner_.run([](SchemaBuilder& schema) {
        schema.replaceTrigger("note", "orders").after(onInsert).body("NULL");
    }),
                 DatabaseError);
    EXPECT_EQ(value("SELECT prosrc FROM pg_proc WHERE proname = 'orders_note_fn'"), "BEGIN END");
}

TEST_F(TriggerFunctionsOnPostgresql, AreNotReplacedByAFunctionOfTheirName) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders").after(onInsert).body("NULL");
    });
    EXPECT_EQ(refusal([](SchemaBuilder& schema) {
                  schema.replaceFunction("orders_keep_fn", "()", everywhere("RETURNS trigger"));
              }),
              "the function orders_keep_fn is that of the trigger keep of orders");
}

using RenamedRoutinesOnMysql = ReplacedObjects;

TEST_F(RenamedRoutinesOnMysql, AreRefusedOnceRawSqlHasMadeThemAnew) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createFunction("f", "()", everywhere("RETURNS integer NO SQL RETURN 1"));
        schema.createTrigger("keep", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (1)");
    });
    const auto anew = [](SchemaBuilder& schema) {
        schema.sql(everywhere("DROP FUNCTION f"));
        schema.sql(everywhere("CREATE FUNCTION f() RETURNS integer NO SQL RETURN 2"));
    };
    EXPECT_NE(refusal([](SchemaBuilder& schema) {
                  schema.sql(everywhere("DROP FUNCTION f"));
                  schema.renameFunction("f", "g");
              }),
              "");
    runner_.run(anew);
    EXPECT_EQ(refusal([](SchemaBuilder& schema) { schema.renameFunction("f", "g"); }),
              fmt::format("{} would have to make the function f anew, and what its SQL names "
                          "was renamed or changed since",
                          runningOn(DatabaseKind::MySQL) ? "MySQL" : "MariaDB"));
    EXPECT_EQ(value("SELECT f()"), "2");
    runner_.run([](SchemaBuilder& schema) { schema.renameTrigger("keep", "orders", "hold"); });
    EXPECT_EQ(value("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = "
                    "DATABASE()"),
              "hold");
}

using DroppedSchemasOnMysql = ReplacedObjects;

TEST_F(DroppedSchemasOnMysql, MustHoldNoEventEither) {
    runner_.run([](SchemaBuilder& schema) { schema.createSchema(ownWord("timed")); });
    execute(fmt::format("CREATE EVENT {}.nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DO 1",
                        ownName("timed")));
    const auto drop = [](SchemaBuilder& schema) { schema.dropSchema(ownWord("timed")); };
    EXPECT_THROW(runner_.run(drop), DatabaseError);
    execute(fmt::format("DROP EVENT {}.nightly", ownName("timed")));
    runner_.run(drop);
}

using BodiesOfTriggers = ReplacedObjects;

TEST_F(BodiesOfTriggers, MayEndInAComment) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("one", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (1) -- it's one");
        schema.createTrigger("two", "orders")
            .after(onUpdate)
            .body("INSERT INTO log (pieces) VALUES (2); /* two; */ -- done");
        schema.createTrigger("three", "orders")
            .after(onDelete)
            .body({.postgresql = "BEGIN INSERT INTO log (pieces) VALUES (3); END; -- done;",
                   .mysql = "BEGIN INSERT INTO log (pieces) VALUES (3); END; -- done;",
                   .mariadb = sameAs::mysql,
                   .sqlite = "BEGIN INSERT INTO log (pieces) VALUES (3); END; -- done;"});
    });
    execute("INSERT INTO orders VALUES (1, 5)");
    execute("UPDATE orders SET pieces = 6");
    execute("DELETE FROM orders");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "6");
}

using QueriesOfViewsOnServers = ReplacedObjects;

TEST_F(QueriesOfViewsOnServers, MayEndInASemicolon) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("plain", "SELECT id FROM orders;");
        schema.createView("checked", "SELECT id FROM orders WHERE id > 5 ; -- some")
            .withCheckOption();
    });
    EXPECT_TRUE(runner_.refuses("INSERT INTO checked (id) VALUES (1)"));
}

using BodiesOfTriggersOnMysql = ReplacedObjects;

TEST_F(BodiesOfTriggersOnMysql, MayDeclareVariablesBehindACondition) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert)
            .when("NEW.pieces > 100")
            .body(
                "DECLARE twice INT; SET twice = NEW.pieces * 2; INSERT INTO log (pieces) VALUES "
                "(twice)");
    });
    execute("INSERT INTO orders VALUES (1, 5), (2, 500)");
    EXPECT_EQ(value("SELECT pieces FROM log"), "1000");
}

using BodiesOfTriggersOnPostgresql = ReplacedObjects;

TEST_F(BodiesOfTriggersOnPostgresql, EndInAReturnOnEveryWay) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("clean", "orders")
            .before(onInsert)
            .body(everywhere("IF NEW.pieces < 0 THEN RETURN NULL; END IF; NEW.pieces := 7;"));
        schema.createTrigger("raise", "orders")
            .before(onInsert)
            .body(everywhere("DECLARE one integer := 1; BEGIN NEW.pieces := NEW.pieces + one; "
                             "END"));
    });
    execute("INSERT INTO orders VALUES (1, -5), (2, 5)");
    EXPECT_EQ(value("SELECT pieces FROM orders"), "8");
}

}  // namespace

}  // namespace godwit::test
