#include <gtest/gtest.h>

#include <fmt/format.h>

#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// Guarded calls about objects ask the database: what somebody else has made is left alone, and what
// is not there is not dropped.

namespace godwit::test {

namespace {

class GuardedObjects : public testing::Test {
protected:
    GuardedObjects() {
        runner_.run([](SchemaBuilder& schema) {
            schema.createTable("orders", [](TableBuilder& t) { t.integer("id").primaryKey(); });
        });
    }
    // Knows nothing of what is there.
    void runUnknowing(GoldenCase::Body body) { SchemaRunner{connection_}.run(body); }
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

TEST_F(GuardedObjects, AreMadeOnceAndDroppedOnce) {
    const auto make = [](SchemaBuilder& schema) {
        schema.createView("ids", "SELECT id FROM orders").ifNotExists();
        schema.createTrigger("keep", "orders")
            .after(onInsert | onUpdate)
            .body("DELETE FROM orders WHERE id < 0")
            .ifNotExists();
    };
    const auto drop = [](SchemaBuilder& schema) {
        schema.dropTrigger("keep", "orders").ifExists();
        schema.dropView("ids").ifExists();
    };
    runUnknowing(drop);
    runUnknowing(make);
    runUnknowing(make);
    EXPECT_EQ(value("SELECT count(*) FROM ids"), "0");
    runner_.run(make);
    runner_.run(drop);
    EXPECT_TRUE(runner_.refuses("SELECT count(*) FROM ids"));
    runUnknowing(drop);
}

using GuardedObjectsOnPostgresql = GuardedObjects;

TEST_F(GuardedObjectsOnPostgresql, OfEveryKindAreMadeOnceAndDroppedOnce) {
    const auto make = [](SchemaBuilder& schema) {
        schema.createMaterializedView("kept", "SELECT id FROM orders").ifNotExists();
        schema.createSequence("numbers").ifNotExists();
        schema.createSchema("guarded").ifNotExists();
        schema.enableExtension("citext").ifNotExists();
        schema.enableRowLevelSecurity("orders").ifNotExists();
        schema.createPolicy("all_rows", "orders").usingExpression("true").ifNotExists();
        schema.createFunction("one", "()", everywhere("RETURNS integer LANGUAGE sql AS 'SELECT 1'"))
            .ifNotExists();
        schema.createRole(ownWord("guarded")).ifNotExists();
    };
    const auto drop = [](SchemaBuilder& schema) {
        schema.dropRole(ownWord("guarded")).ifExists();
        schema.dropFunction("one").ifExists();
        schema.dropPolicy("all_rows", "orders").ifExists();
        schema.disableRowLevelSecurity("orders").ifExists();
        schema.disableExtension("citext").ifExists();
        schema.dropSchema("guarded").ifExists();
        schema.dropSequence("numbers").ifExists();
        schema.dropMaterializedView("kept").ifExists();
    };
    runUnknowing(drop);
    runUnknowing(make);
    runUnknowing(make);
    EXPECT_EQ(value("SELECT one()"), "1");
    runUnknowing(drop);
    runUnknowing(drop);
    EXPECT_TRUE(runner_.refuses("SELECT one()"));
}

// What somebody else has put into a later schema of the search path is found by its name alone.
TEST_F(GuardedObjectsOnPostgresql, AreFoundAlongTheSearchPath) {
    connection_.execute("CREATE SCHEMA app");
    runUnknowing([](SchemaBuilder& schema) {
        schema.createView("w", "SELECT id FROM orders");
        schema.createSequence("s");
        schema.createFunction("f", "()", everywhere("RETURNS integer LANGUAGE sql AS 'SELECT 1'"));
    });
    connection_.execute("SET search_path = app, public");
    runUnknowing([](SchemaBuilder& schema) {
        schema.renameView("w", "w2").ifExists();
        schema.dropView("w2").ifExists();
        schema.dropSequence("s").ifExists();
        schema.dropFunction("f").ifExists();
    });
    EXPECT_TRUE(runner_.refuses("SELECT count(*) FROM w2"));
    EXPECT_TRUE(runner_.refuses("SELECT count(*) FROM w"));
    EXPECT_TRUE(runner_.refuses("SELECT nextval('s')"));
    EXPECT_TRUE(runner_.refuses("SELECT f()"));
}

// Made anew in the first one, whatever stands behind it.
TEST_F(GuardedObjectsOnPostgresql, AreMadeInTheFirstSchemaOfTheSearchPath) {
    const auto make = [](SchemaBuilder& schema) { schema.createSequence("s").ifNotExists(); };
    runUnknowing(make);
    connection_.execute("CREATE SCHEMA app");
    connection_.execute("SET search_path = app, public");
    runUnknowing(make);
    EXPECT_FALSE(runner_.refuses("SELECT nextval('app.s')"));
}

TEST_F(GuardedObjectsOnPostgresql, AreTablesWhoseRowSecurityIsForcedAsSaid) {
    const auto force = [](SchemaBuilder& schema) {
        schema.enableRowLevelSecurity("orders").forced().ifNotExists();
    };
    const std::string forced = "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'orders'";
    runner_.run([](SchemaBuilder& schema) { schema.enableRowLevelSecurity("orders"); });
    EXPECT_EQ(value(forced), "f");
    runner_.run(force);
    EXPECT_EQ(value(forced), "t");
    runUnknowing(force);
    runner_.run([](SchemaBuilder& schema) { schema.disableRowLevelSecurity("orders"); });
    runner_.run([](SchemaBuilder& schema) { schema.enableRowLevelSecurity("orders"); });
    EXPECT_EQ(value(forced), "f");
    runUnknowing(force);
    EXPECT_EQ(value(forced), "t");
}

using GuardedRolesOnServers = GuardedObjects;

TEST_F(GuardedRolesOnServers, AreMadeOnceAndDroppedOnce) {
    const auto make = [](SchemaBuilder& schema) {
        schema.createRole(ownWord("guard_role")).ifNotExists();
    };
    const auto drop = [](SchemaBuilder& schema) {
        schema.dropRole(ownWord("guard_role")).ifExists();
    };
    runUnknowing(drop);
    runUnknowing(make);
    runUnknowing(make);
    runUnknowing([](SchemaBuilder& schema) {
        schema.grant(select, "orders").to({ownWord("guard_role")});
        schema.revoke(select, "orders").from({ownWord("guard_role")});
    });
    runUnknowing(drop);
    runUnknowing(drop);
}

using GuardedRolesOnMysql = GuardedObjects;

TEST_F(GuardedRolesOnMysql, AreNotTakenForUsersOfTheirName) {
    const std::string user = fmt::format("'{}'@'localhost'", ownName("guard_user"));
    connection_.execute("DROP USER IF EXISTS " + user);
    connection_.execute("CREATE USER " + user);
    runUnknowing([](SchemaBuilder& schema) {
        schema.createRole(ownWord("guard_user")).ifNotExists();
        schema.grant(select, "orders").to({ownWord("guard_user")});
        schema.revoke(select, "orders").from({ownWord("guard_user")});
        schema.dropRole(ownWord("guard_user")).ifExists();
    });
    EXPECT_FALSE(runner_.refuses("DROP USER " + user));
}

}  // namespace

}  // namespace godwit::test
