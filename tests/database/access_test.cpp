#include <sstream>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>
#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include "database/support/catalog.hpp"
#include "database/support/own_names.hpp"
#include "database/support/schema_runner.hpp"
#include "database/support/scratch_database.hpp"
#include "support/written_migration.hpp"

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

// What the roles of this run may do, in the catalog's words.
std::string privilegesIn(Connection& connection) {
    std::string lines;
    std::istringstream catalog{catalogOf(connection)};
    for (std::string line; std::getline(catalog, line);) {
        lines += line.starts_with("grant") ? line + "\n" : "";
    }
    return lines;
}

TEST_F(GrantsOnServers, LeaveNoRightToPassOnBehind) {
    const std::string before = privilegesIn(connection_);
    runner_.run([](SchemaBuilder& schema) {
        schema.grant(select | insert, "notes").to({ownWord("role")}).withGrantOption();
        schema.revoke(select | insert, "notes").from({ownWord("role")});
        schema.grant(select, "notes").to({ownWord("role")}).withGrantOption();
        schema.revoke(allPrivileges, "notes").from({ownWord("role")});
    });
    EXPECT_EQ(privilegesIn(connection_), before);
}

void grantSelect(SchemaBuilder& schema) {
    notes(schema);
    schema.grant(select, "notes").to({ownWord("role")});
}

void grantSomeColumns(SchemaBuilder& schema) {
    grantSelect(schema);
    schema.grant(update, "notes").columns({"body", "owner"}).to({ownWord("role")});
}

void grantToPassOn(SchemaBuilder& schema) {
    notes(schema);
    schema.grant(select, "notes").to({ownWord("role")}).withGrantOption();
}

void grantOnView(SchemaBuilder& schema) {
    grantSomeColumns(schema);
    schema.createView("bodies", "SELECT body FROM notes");
    schema.grant(select, "bodies").to({ownWord("role")});
}

void grantMore(ReversibleSchemaBuilder& schema) {
    schema.grant(select | insert, "notes").to({ownWord("role")});
}

void grantEverything(ReversibleSchemaBuilder& schema) {
    schema.grant(allPrivileges, "notes").to({ownWord("role")});
}

void grantMoreToPassOn(ReversibleSchemaBuilder& schema) {
    schema.grant(select | insert, "notes").to({ownWord("role")}).withGrantOption();
}

void grantAnotherToPassOn(ReversibleSchemaBuilder& schema) {
    schema.grant(insert, "notes").to({ownWord("role")}).withGrantOption();
}

void revokeMore(ReversibleSchemaBuilder& schema) {
    schema.revoke(select | update, "notes").from({ownWord("role")});
}

void revokeEverything(ReversibleSchemaBuilder& schema) {
    schema.revoke(allPrivileges, "notes").from({ownWord("role")});
}

template <void (*kChange)(ReversibleSchemaBuilder&)>
class WrittenChange final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override { kChange(schema); }
};

class DropsWhatGrantsAreOn final : public ReversibleMigration {
public:
    void change(SchemaBuilder& schema) const override {
        schema.dropView("bodies", "SELECT body FROM notes");
        schema.dropTable("notes", [](TableBuilder& t) {
            t.integer("id").primaryKey();
            t.string("owner", 40);
            t.string("body", 100);
        });
    }
};

// Grants in a change(), over those of an earlier migration.
class GrantsInChangeOnServers : public GrantsOnServers {
protected:
    GrantsInChangeOnServers() { connection_.execute("DROP TABLE notes"); }

    template <class Given, class Change>
    void expectBack() {
        constexpr const char* kGiven = "20250401000000_given";
        MigrationSet set;
        set.add<Given>(kGiven).template add<Change>("20250402000000_change");
        Migrator migrator{connection_, std::move(set)};
        migrator.upTo(kGiven);
        const std::string before = privilegesIn(connection_);
        EXPECT_NE(before, "");
        migrator.up();
        const std::string after = privilegesIn(connection_);
        migrator.rollback();
        EXPECT_EQ(privilegesIn(connection_), before);
        migrator.up();
        EXPECT_EQ(privilegesIn(connection_), after);
    }
};

TEST_F(GrantsInChangeOnServers, LeaveWhatWasGrantedBefore) {
    expectBack<Written<grantSelect>, WrittenChange<grantMore>>();
}

TEST_F(GrantsInChangeOnServers, OfEverythingLeaveWhatWasGrantedBefore) {
    expectBack<Written<grantSomeColumns>, WrittenChange<grantEverything>>();
}

TEST_F(GrantsInChangeOnServers, GiveNoMoreBackThanWasThere) {
    expectBack<Written<grantSelect>, WrittenChange<revokeMore>>();
}

TEST_F(GrantsInChangeOnServers, GiveBackWhatWasGrantedOnColumns) {
    expectBack<Written<grantSomeColumns>, WrittenChange<revokeEverything>>();
}

TEST_F(GrantsInChangeOnServers, TakeTheRightToPassOnBack) {
    expectBack<Written<grantSelect>, WrittenChange<grantMoreToPassOn>>();
}

TEST_F(GrantsInChangeOnServers, LeaveTheRightToPassOnAnother) {
    expectBack<Written<grantToPassOn>, WrittenChange<grantAnotherToPassOn>>();
}

TEST_F(GrantsInChangeOnServers, AreThereAgainWhenATableAndAViewComeBack) {
    expectBack<Written<grantOnView>, DropsWhatGrantsAreOn>();
}

}  // namespace

}  // namespace godwit::test
