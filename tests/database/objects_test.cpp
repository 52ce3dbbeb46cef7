#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// Views, triggers, functions, sequences and partitions do what their calls say, on every server
// that has them.

namespace godwit::test {

namespace {

class ObjectBehaviour : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }
    void execute(std::string_view sql) { connection_.execute(sql); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

void orders(SchemaBuilder& schema) {
    schema.createTable("orders", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.integer("pieces");
        t.integer("total").defaultTo(0);
    });
    schema.createTable("log", [](TableBuilder& t) {
        t.id();
        t.integer("pieces");
    });
}

class ViewBehaviour : public ObjectBehaviour {
protected:
    ViewBehaviour() {
        runner_.run(orders);
        execute("INSERT INTO orders (id, pieces) VALUES (1, 5), (2, 500)");
    }
};

TEST_F(ViewBehaviour, ShowsWhatItsQueryFinds) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100")
            .columns({"order_id", "size"});
    });
    EXPECT_EQ(value("SELECT order_id FROM big_orders"), "2");
    EXPECT_EQ(value("SELECT size FROM big_orders"), "500");
}

TEST_F(ViewBehaviour, ShowsAnotherQueryOnceItIsReplaced) {
    runner_.run([](SchemaBuilder& schema) {
        schema.replaceView("some_orders", "SELECT id FROM orders WHERE pieces > 100");
        schema.replaceView("some_orders", "SELECT id FROM orders WHERE pieces < 100");
    });
    EXPECT_EQ(value("SELECT id FROM some_orders"), "1");
}

TEST_F(ViewBehaviour, IsThereUnderItsNewNameAlone) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("some_orders", "SELECT id FROM orders WHERE pieces > 100");
        schema.renameView("some_orders", "big_orders");
    });
    EXPECT_EQ(value("SELECT id FROM big_orders"), "2");
    EXPECT_TRUE(runner_.refuses("SELECT id FROM some_orders"));
}

using CheckedViewsOnServers = ViewBehaviour;

TEST_F(CheckedViewsOnServers, RefuseRowsThatTheyDoNotShow) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createView("big_orders", "SELECT id, pieces FROM orders WHERE pieces > 100")
            .withCheckOption();
    });
    EXPECT_TRUE(runner_.refuses("INSERT INTO big_orders (id, pieces) VALUES (3, 7)"));
    EXPECT_FALSE(runner_.refuses("INSERT INTO big_orders (id, pieces) VALUES (3, 700)"));
}

class TriggerBehaviour : public ObjectBehaviour {
protected:
    TriggerBehaviour() { runner_.run(orders); }
};

TEST_F(TriggerBehaviour, FiresForEachEvent) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert | onUpdate)
            .body("INSERT INTO log (pieces) VALUES (NEW.pieces)");
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5), (2, 6)");
    EXPECT_EQ(value("SELECT count(*) FROM log"), "2");
    execute("UPDATE orders SET pieces = 9");
    EXPECT_EQ(value("SELECT count(*) FROM log WHERE pieces = 9"), "2");
}

TEST_F(TriggerBehaviour, FiresForRowsOfItsConditionAlone) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert)
            .when("NEW.pieces > 100")
            .body(
                "INSERT INTO log (pieces) VALUES (NEW.pieces); INSERT INTO log (pieces) VALUES "
                "(0)");
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5), (2, 500)");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "500");
    EXPECT_EQ(value("SELECT count(*) FROM log"), "2");
}

TEST_F(TriggerBehaviour, MayEndInAComment) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (1)  -- it's one");
        schema.createTrigger("keep_more", "orders")
            .after(onUpdate)
            .when("NEW.pieces > 0")
            .body("INSERT INTO log (pieces) VALUES (';--');  /* as text */ -- no number");
        schema.createTrigger("keep_last", "orders")
            .after(onDelete)
            .when("OLD.pieces > 0")
            .body(
                {.postgresql = "BEGIN INSERT INTO log (pieces) VALUES (3); RETURN NULL; END; -- x",
                 .mysql = "BEGIN INSERT INTO log (pieces) VALUES (3); END; # x",
                 .mariadb = sameAs::mysql,
                 .sqlite = "BEGIN INSERT INTO log (pieces) VALUES (3); END; -- x"});
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5)");
    execute("DELETE FROM orders");
    EXPECT_EQ(value("SELECT sum(pieces) FROM log"), "4");
}

TEST_F(TriggerBehaviour, FiresNoMoreOnceItIsDropped) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert | onDelete)
            .body({.postgresql = "INSERT INTO log (pieces) VALUES (1)",
                   .mysql = "INSERT INTO log (pieces) VALUES (1)",
                   .mariadb = sameAs::mysql,
                   .sqlite = "INSERT INTO log (pieces) VALUES (1)"});
        schema.renameTrigger("keep", "orders", "keep_all");
        schema.dropTrigger("keep_all", "orders");
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5)");
    execute("DELETE FROM orders");
    EXPECT_EQ(value("SELECT count(*) FROM log"), "0");
}

TEST_F(TriggerBehaviour, FiresWithItsNewBodyOnceItIsReplaced) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("keep", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (NEW.pieces)");
        schema.replaceTrigger("keep", "orders")
            .after(onInsert)
            .body("INSERT INTO log (pieces) VALUES (NEW.pieces * 10)");
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5)");
    EXPECT_EQ(value("SELECT pieces FROM log"), "50");
}

using RowTriggersOnServers = TriggerBehaviour;

TEST_F(RowTriggersOnServers, ChangeTheRowBeforeItIsWritten) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTrigger("sum", "orders")
            .before(onInsert)
            .body({.postgresql = "NEW.total := NEW.pieces * 2",
                   .mysql = "SET NEW.total = NEW.pieces * 2",
                   .mariadb = sameAs::mysql,
                   .sqlite = nothing});
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 21)");
    EXPECT_EQ(value("SELECT total FROM orders"), "42");
}

using RoutinesOnServers = ObjectBehaviour;

TEST_F(RoutinesOnServers, AreCalled) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createFunction("twice",
                              "(n integer)",
                              {.postgresql = "RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$",
                               .mysql = "RETURNS integer DETERMINISTIC NO SQL RETURN 2 * n",
                               .mariadb = sameAs::mysql,
                               .sqlite = nothing});
        schema.renameFunction("twice", "doubled");
    });
    EXPECT_EQ(value("SELECT doubled(21)"), "42");
    EXPECT_TRUE(runner_.refuses("SELECT twice(21)"));
}

TEST_F(ObjectBehaviour, CountsWithASequenceWhereThereAreAny) {
    const auto make = [](SchemaBuilder& schema) {
        schema.createSequence("invoice_no").startsAt(1000).incrementsBy(5);
    };
    if (runningOn(DatabaseKind::MySQL) || runningOn(DatabaseKind::SQLite)) {
        EXPECT_THROW(runner_.run(make), UnsupportedError);
        return;
    }
    runner_.run(make);
    const std::string_view next = runningOn(DatabaseKind::MariaDB) ? "SELECT nextval(invoice_no)"
                                                                   : "SELECT nextval('invoice_no')";
    EXPECT_EQ(value(next), "1000");
    EXPECT_EQ(value(next), "1005");
    runner_.run([](SchemaBuilder& schema) { schema.alterSequence("invoice_no").restartsAt(5000); });
    EXPECT_EQ(value(next), "5000");
}

class PartitionsOnServers : public ObjectBehaviour {
protected:
    std::string rowsIn(std::string_view partition) {
        return value(runningOn(DatabaseKind::PostgreSQL)
                         ? fmt::format("SELECT count(*) FROM {}", partition)
                         : fmt::format("SELECT count(*) FROM visits PARTITION ({})", partition));
    }
};

TEST_F(PartitionsOnServers, TakeTheRowsBetweenTheirBounds) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("visits", [](TableBuilder& t) {
            t.integer("day");
            t.partitionByRange({"day"});
        });
        schema.createPartition("visits_first", "visits").from({lowest}).to({100});
        schema.createPartition("visits_second", "visits").from({100}).to({200});
    });
    execute("INSERT INTO visits (day) VALUES (-5), (99), (100)");
    EXPECT_EQ(rowsIn("visits_first"), "2");
    EXPECT_EQ(rowsIn("visits_second"), "1");
    EXPECT_TRUE(runner_.refuses("INSERT INTO visits (day) VALUES (200)"));

    runner_.run([](SchemaBuilder& schema) {
        schema.createPartition("visits_third", "visits").from({200}).to({highest});
        schema.dropPartition("visits_first", "visits");
    });
    execute("INSERT INTO visits (day) VALUES (200)");
    EXPECT_EQ(rowsIn("visits_third"), "1");
    EXPECT_EQ(value("SELECT count(*) FROM visits"), "2");
}

TEST_F(PartitionsOnServers, TakeTheValuesOfTheirLists) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createTable("visits", [](TableBuilder& t) {
            t.string("country", 2);
            t.partitionByList("country");
        });
        schema.createPartition("visits_north", "visits").in({"se", "no"});
        schema.createPartition("visits_south", "visits").in({"it", "gr"});
    });
    execute("INSERT INTO visits (country) VALUES ('it'), ('se'), ('gr')");
    EXPECT_EQ(rowsIn("visits_south"), "2");
    EXPECT_TRUE(runner_.refuses("INSERT INTO visits (country) VALUES ('de')"));
}

using SchemasOnServers = ObjectBehaviour;

TEST_F(SchemasOnServers, HoldTablesAndAreNotDroppedBeforeThose) {
    const std::string count = fmt::format("SELECT count(*) FROM {}.things", ownName("held"));
    runner_.run([](SchemaBuilder& schema) {
        schema.createSchema(ownWord("held"));
        schema.createTable(qualified(ownName("held"), "things"), [](TableBuilder& t) { t.id(); });
    });
    EXPECT_EQ(value(count), "0");

    SchemaRunner other{connection_};  // Of its own, that knows nothing of the table.
    EXPECT_THROW(other.run([](SchemaBuilder& schema) { schema.dropSchema(ownWord("held")); }),
                 DatabaseError);
    runner_.run([](SchemaBuilder& schema) {
        schema.dropTable(qualified(ownName("held"), "things"));
        schema.dropSchema(ownWord("held"));
    });
    EXPECT_TRUE(runner_.refuses(count));
}

TEST_F(SchemasOnServers, HoldRowsThatAreWrittenAndKept) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createSchema(ownWord("held"));
        schema.createTable(qualified(ownName("held"), "things"), [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("note", 20).nullable();
        });
        const QualifiedName things = qualified(ownName("held"), "things");
        schema.insert(things, {"id", "note"}, {{1, "one"}, {2, "two"}, {3, "three"}});
        schema.update(things, {{"note", "second"}}).by({{"id", 2}});
        schema.erase(things).by({{"id", 3}});
    });
    EXPECT_EQ(value(fmt::format("SELECT note FROM {}.things WHERE id = 2", ownName("held"))),
              "second");

    runner_.run([](SchemaBuilder& schema) {
        schema.alterTable(qualified(ownName("held"), "things"),
                          [](AlterBuilder& t) { t.dropColumn("note").keepCopy(); });
    });
    const std::string copies = fmt::format(
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = '{}' "
        "AND LEFT(table_name, 12) = 'godwit_copy_'",
        ownName("held"));
    EXPECT_EQ(value(copies), "1");
    runner_.run([](SchemaBuilder& schema) {
        schema.dropCopy(qualified(ownName("held"), "things"), "note");
        schema.dropTable(qualified(ownName("held"), "things"));
        schema.dropSchema(ownWord("held"));
    });
    EXPECT_TRUE(runner_.refuses(fmt::format("SELECT id FROM {}.things", ownName("held"))));
}

// On MySQL and MariaDB no trigger stands for an event on a view.
class WritableViewsWithTransactions : public ObjectBehaviour {
protected:
    WritableViewsWithTransactions() {
        runner_.run([](SchemaBuilder& schema) {
            orders(schema);
            schema.createView("big_orders", "SELECT id FROM orders WHERE pieces > 100");
            schema.createTrigger("keep", "big_orders")
                .insteadOf(onInsert)
                .body({.postgresql = "INSERT INTO orders (id, pieces) VALUES (NEW.id, 500); "
                                     "RETURN NEW;",
                       .sqlite = "INSERT INTO orders (id, pieces) VALUES (NEW.id, 500);"});
        });
    }
};

TEST_F(WritableViewsWithTransactions, StayWritableWhenTheyAreReplaced) {
    runner_.run([](SchemaBuilder& schema) {
        schema.replaceView("big_orders", "SELECT id FROM orders WHERE pieces > 200");
    });
    execute("INSERT INTO big_orders (id) VALUES (7)");
    EXPECT_EQ(value("SELECT id FROM big_orders"), "7");
}

TEST_F(WritableViewsWithTransactions, StayWritableWhenTheyAreRenamed) {
    runner_.run([](SchemaBuilder& schema) { schema.renameView("big_orders", "large_orders"); });
    execute("INSERT INTO large_orders (id) VALUES (7)");
    EXPECT_EQ(value("SELECT id FROM large_orders"), "7");
    runner_.run([](SchemaBuilder& schema) { schema.dropTrigger("keep", "large_orders"); });
    EXPECT_TRUE(runner_.refuses("INSERT INTO large_orders (id) VALUES (8)"));
}

class ViewsOnSqlite : public ObjectBehaviour {};

TEST_F(ViewsOnSqlite, AreNotMadeAnewFromATextThatNamesWhatWasRenamed) {
    runner_.run([](SchemaBuilder& schema) {
        orders(schema);
        schema.createView("big_orders", "SELECT id FROM orders WHERE pieces > 100");
        schema.renameTable("orders", "purchases");
    });
    try {
        runner_.run([](SchemaBuilder& schema) { schema.renameView("big_orders", "big_ones"); });
        FAIL();
    } catch (const UnsupportedError& error) {
        EXPECT_EQ(error.message(),
                  "SQLite would have to make the view big_orders anew, and what its SQL names was "
                  "renamed or changed since");
    }
    EXPECT_EQ(value("SELECT count(*) FROM big_orders"), "0");
}

using MaterializedViewsOnPostgresql = ObjectBehaviour;

TEST_F(MaterializedViewsOnPostgresql, KeepTheirRowsUntilTheyAreRefreshed) {
    runner_.run([](SchemaBuilder& schema) {
        orders(schema);
        schema.createMaterializedView("sums", "SELECT count(*) AS n FROM orders");
    });
    execute("INSERT INTO orders (id, pieces) VALUES (1, 5)");
    EXPECT_EQ(value("SELECT n FROM sums"), "0");
    runner_.run([](SchemaBuilder& schema) { schema.refreshMaterializedView("sums"); });
    EXPECT_EQ(value("SELECT n FROM sums"), "1");
    runner_.run([](SchemaBuilder& schema) { schema.refreshMaterializedView("sums").withNoData(); });
    EXPECT_TRUE(runner_.refuses("SELECT n FROM sums"));
}

}  // namespace

}  // namespace godwit::test
