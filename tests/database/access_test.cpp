#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>
#include <godwit/error.hpp>

#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"

// Who may see and write what. Roles belong to the whole server: they go at the end of each test.

namespace godwit::test {

namespace {

void notes(SchemaBuilder& schema) {
    schema.createTable("notes", [](TableBuilder& t) {
        t.integer("id").primaryKey();
        t.string("owner", 40);
        t.string("body", 100);
    });
}

class PoliciesOnPostgresql : public testing::Test {
protected:
    PoliciesOnPostgresql() {
        forget();
        runner_.run(notes);
        runner_.run([](SchemaBuilder& schema) {
            schema.createRole(ownWord("ann"));
            schema.grant(select | insert, "notes").to({ownWord("ann")});
            schema.enableRowLevelSecurity("notes");
            schema.createPolicy("own", "notes").usingExpression("owner = current_user -- his");
        });
        connection_.execute(
            fmt::format("INSERT INTO notes VALUES (1, '{}', 'mine'), (2, 'bob', 'his')",
                        ownName("ann")));
    }
    ~PoliciesOnPostgresql() override {
        connection_.execute("RESET ROLE");
        forget();
    }

    void forget() {
        connection_.execute(
            fmt::format("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{0}') "
                        "THEN DROP OWNED BY {0}; DROP ROLE {0}; END IF; END $$",
                        ownName("ann")));
    }
    std::string rows() { return onlyValue(connection_.query("SELECT count(*) FROM notes")); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

TEST_F(PoliciesOnPostgresql, HideRowsAndRefuseThem) {
    EXPECT_EQ(rows(), "2");
    connection_.execute("SET ROLE " + ownName("ann"));
    EXPECT_EQ(rows(), "1");
    EXPECT_TRUE(runner_.refuses("INSERT INTO notes VALUES (3, 'bob', 'x')"));
    EXPECT_FALSE(
        runner_.refuses(fmt::format("INSERT INTO notes VALUES (4, '{}', 'x')", ownName("ann"))));
}

TEST_F(PoliciesOnPostgresql, HideNothingOnceTheyAreDisabled) {
    runner_.run([](SchemaBuilder& schema) {
        schema.dropPolicy("own", "notes");
        schema.disableRowLevelSecurity("notes");
    });
    connection_.execute("SET ROLE " + ownName("ann"));
    EXPECT_EQ(rows(), "2");
}

TEST_F(PoliciesOnPostgresql, HoldBesideOthersWhenTheyAreRestrictive) {
    runner_.run([](SchemaBuilder& schema) {
        schema.createPolicy("brief", "notes")
            .forCommand(insert)
            .restrictive()
            .withCheck("length(body) < 3");
    });
    connection_.execute("SET ROLE " + ownName("ann"));
    EXPECT_TRUE(
        runner_.refuses(fmt::format("INSERT INTO notes VALUES (5, '{}', 'long')", ownName("ann"))));
    EXPECT_FALSE(
        runner_.refuses(fmt::format("INSERT INTO notes VALUES (5, '{}', 'ok')", ownName("ann"))));
}

// Somebody who has what the role has and nothing else.
class GrantsOnServers : public testing::Test {
protected:
    GrantsOnServers() {
        forget();
        runner_.run(notes);
        runner_.run([](SchemaBuilder& schema) { schema.createRole(ownWord("role")); });
        if (runningOn(DatabaseKind::PostgreSQL)) {
            connection_.execute(fmt::format("CREATE ROLE {} LOGIN PASSWORD 'pw'", user_));
            connection_.execute(fmt::format("GRANT {} TO {}", role_, user_));
            return;
        }
        const bool mysql = runningOn(DatabaseKind::MySQL);
        connection_.execute(fmt::format("CREATE USER {}@'%' IDENTIFIED BY 'pw'", user_));
        connection_.execute(fmt::format("GRANT {} TO {}@'%'", role_, user_));
        connection_.execute(
            fmt::format("SET DEFAULT ROLE {} {} {}@'%'", role_, mysql ? "TO" : "FOR", user_));
        connection_.execute(fmt::format("GRANT CREATE TEMPORARY TABLES ON {}.* TO {}@'%'",
                                        database_.name(),
                                        user_));
    }
    ~GrantsOnServers() override { forget(); }

    void forget() {
        if (runningOn(DatabaseKind::PostgreSQL)) {
            for (const std::string& role : {user_, role_}) {
                connection_.execute(fmt::format(
                    "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{0}') "
                    "THEN DROP OWNED BY {0}; DROP ROLE {0}; END IF; END $$",
                    role));
            }
            return;
        }
        connection_.execute(fmt::format("DROP USER IF EXISTS {}@'%'", user_));
        connection_.execute("DROP ROLE IF EXISTS " + role_);
    }

    bool mayDo(std::string_view sql) {
        Connection other = connect(withLogin(database_.url(), user_, "pw"));
        try {
            other.execute(sql);
        } catch (const DatabaseError&) {
            return false;
        }
        return true;
    }

    const std::string role_ = ownName("role");
    const std::string user_ = ownName("user");
    ScratchDatabase database_;
    Connection connection_ = database_.connect();
    SchemaRunner runner_{connection_};
};

TEST_F(GrantsOnServers, LetARoleDoWhatTheySayAndNoMore) {
    EXPECT_FALSE(mayDo("SELECT id FROM notes"));
    runner_.run([](SchemaBuilder& schema) {
        schema.grant(select | insert, "notes").to({ownWord("role")});
    });
    EXPECT_TRUE(mayDo("SELECT id FROM notes"));
    EXPECT_TRUE(mayDo("INSERT INTO notes VALUES (1, 'a', 'b')"));
    EXPECT_FALSE(mayDo("DELETE FROM notes"));

    runner_.run(
        [](SchemaBuilder& schema) { schema.revoke(insert, "notes").from({ownWord("role")}); });
    EXPECT_TRUE(mayDo("SELECT id FROM notes"));
    EXPECT_FALSE(mayDo("INSERT INTO notes VALUES (2, 'a', 'b')"));
}

TEST_F(GrantsOnServers, ReachNoFurtherThanTheirColumns) {
    runner_.run([](SchemaBuilder& schema) {
        schema.grant(select, "notes").columns({"body"}).to({ownWord("role")});
    });
    EXPECT_TRUE(mayDo("SELECT body FROM notes"));
    EXPECT_FALSE(mayDo("SELECT owner FROM notes"));
}

}  // namespace

}  // namespace godwit::test
