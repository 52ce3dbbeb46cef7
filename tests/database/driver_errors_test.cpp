// Which error of godwit a failure becomes, on every database, and that none of them says the
// password. `failureOf` looks for the canary in all texts.

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>

#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"
#include "database/support/session.hpp"

namespace godwit::test {

namespace {

using testing::HasSubstr;
using testing::Not;

class DriverErrors : public testing::Test {
protected:
    bool sqlite() const { return runningOn(DatabaseKind::SQLite); }
    bool postgresql() const { return runningOn(DatabaseKind::PostgreSQL); }

    // What connecting by `url` comes to.
    DatabaseError connectError(const std::string& url) const {
        Connection connection = connect(url);
        EXPECT_THAT(connection.describe(), Not(HasSubstr("CaNaRy")));
        return failureOf([&] { connection.query("SELECT 1"); });
    }

    void kill(const std::string& session) {
        Connection other = connect(database_.adminUrl());
        endSession(other, session);
    }

    // Whether that session runs the statement that sleeps.
    bool sleeps(Connection& watcher, const std::string& session) {
        const std::string running =
            postgresql()
                ? "pg_stat_activity WHERE state = 'active' AND query LIKE '%sleep%' AND pid"
                : "information_schema.processlist WHERE info LIKE '%SLEEP%' AND id";
        return onlyValue(watcher.query(
                   fmt::format("SELECT count(*) FROM {} = {}", running, session))) == "1";
    }

    ScratchDatabase database_;
    CanaryAccount account_{database_};
    Connection connection_ = connect(account_.url());
};

class DriverErrorsOnServers : public DriverErrors {};

class DriverErrorsOnMysql : public DriverErrors {};

TEST_F(DriverErrorsOnServers, UnreachableServer) {
    const int port = closedPort();
    const DatabaseError error = connectError(withPort(account_.url(), port));
    EXPECT_EQ(error.code(), ErrorCode::ServerUnreachable) << error.what();
    EXPECT_THAT(error.message(), HasSubstr(fmt::format("127.0.0.1:{}", port)));
    EXPECT_THAT(error.state(), HasSubstr("No statement ran"));
    EXPECT_THAT(error.hint(), HasSubstr("host and the port"));
}

TEST_F(DriverErrorsOnServers, UnknownHost) {
    const DatabaseError error = connectError(fmt::format("{}://ann:{}@no-such-host.invalid/shop",
                                                         nameOf(database_.kind()),
                                                         kCanaryInUrl));
    EXPECT_EQ(error.code(), ErrorCode::ServerUnreachable) << error.what();
    EXPECT_THAT(error.message(), HasSubstr("no-such-host.invalid"));
}

TEST_F(DriverErrorsOnServers, WrongPassword) {
    for (const std::string& user :
         {std::string("godwit"), account_.name(), std::string("nobody")}) {
        const DatabaseError error = connectError(withLogin(database_.url(), user, "CaNaRyWrong"));
        EXPECT_EQ(error.code(), ErrorCode::LoginRefused) << error.what();
        EXPECT_THAT(error.what(), HasSubstr(user));
        EXPECT_THAT(error.hint(), HasSubstr("password"));
    }
}

TEST_F(DriverErrors, MissingDatabase) {
    if (sqlite()) {
        const DatabaseError error = connectError("sqlite:/no/such/directory/shop.db");
        EXPECT_EQ(error.code(), ErrorCode::DatabaseNotFound);
        EXPECT_THAT(error.message(), HasSubstr("/no/such/directory"));
        EXPECT_THAT(error.state(), HasSubstr("Nothing was created"));
        return;
    }
    const DatabaseError error = connectError(withDatabase(database_.url(), "gw_not_there"));
    EXPECT_EQ(error.code(), ErrorCode::DatabaseNotFound) << error.what();
    EXPECT_THAT(error.message(), HasSubstr("gw_not_there"));
    EXPECT_THAT(error.hint(), HasSubstr("CREATE DATABASE gw_not_there"));
}

TEST_F(DriverErrorsOnMysql, TheOtherOfMysqlAndMariadb) {
    const bool mysql = runningOn(DatabaseKind::MySQL);
    const std::string rest = account_.url().substr(account_.url().find("://"));
    const DatabaseError error = connectError((mysql ? "mariadb" : "mysql") + rest);
    EXPECT_EQ(error.code(), ErrorCode::OtherServerThanUrl);
    EXPECT_THAT(error.hint(), HasSubstr(mysql ? "write mysql://" : "write mariadb://"));
}

TEST_F(DriverErrors, RefusedStatementSaysWhatTheServerSaid) {
    const std::string sql = "CREATE TABLE t (id INTEGER,, a_secret)";
    const DatabaseError error = failureOf([&] { connection_.execute(sql); });
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_THAT(error.message(),
                HasSubstr(fmt::format("{} refused a statement", titleOf(database_.kind()))));
    EXPECT_THAT(error.what(), Not(HasSubstr("a_secret")));
    EXPECT_EQ(error.where().sql, sql);
    EXPECT_FALSE(error.serverText().empty());
    if (!sqlite()) {
        EXPECT_EQ(error.sqlstate(), postgresql() ? "42601" : "42000");
    }
    EXPECT_EQ(error.nativeCode(), postgresql() ? 0 : sqlite() ? 1 : 1064);
}

TEST_F(DriverErrors, UniqueViolationHasItsNumber) {
    connection_.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    connection_.execute("INSERT INTO t (id) VALUES (1)");
    const DatabaseError error =
        failureOf([&] { connection_.execute("INSERT INTO t (id) VALUES (1)"); });
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_EQ(error.sqlstate(), sqlite() ? "" : postgresql() ? "23505" : "23000");
    // SQLITE_CONSTRAINT_PRIMARYKEY, ER_DUP_ENTRY
    EXPECT_EQ(error.nativeCode(), sqlite() ? 1555 : postgresql() ? 0 : 1062);
}

TEST_F(DriverErrors, MissingTable) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    for (const char* sql : {"SELECT * FROM nowhere", "INSERT INTO nowhere VALUES (1)"}) {
        const DatabaseError error = failureOf([&] { connection_.query(sql); });
        EXPECT_EQ(error.code(), ErrorCode::TableNotFound) << error.what();
        EXPECT_THAT(error.message(), HasSubstr("nowhere"));
    }
}

TEST_F(DriverErrorsOnServers, MissingRight) {
    Connection admin = connect(database_.url());
    admin.execute("CREATE TABLE theirs (id INTEGER)");
    if (!postgresql()) {
        admin.execute(
            fmt::format("REVOKE ALL ON {}.* FROM '{}'@'%'", database_.name(), account_.name()));
        admin.execute(
            fmt::format("GRANT DROP ON {}.* TO '{}'@'%'", database_.name(), account_.name()));
    }
    const DatabaseError error = failureOf([&] { connection_.query("SELECT * FROM theirs"); });
    EXPECT_EQ(error.code(), ErrorCode::PermissionDenied) << error.what();
    EXPECT_THAT(error.message(), HasSubstr(account_.name()));
    EXPECT_THAT(error.hint(), HasSubstr("grant"));
}

TEST_F(DriverErrorsOnMysql, DatabaseWithoutRights) {
    const ScratchDatabase other;
    const DatabaseError error = connectError(withLogin(other.url(), account_.name(), kCanaryInUrl));
    EXPECT_EQ(error.code(), ErrorCode::PermissionDenied) << error.what();
    EXPECT_THAT(error.message(), HasSubstr(other.name()));
}

TEST_F(DriverErrors, ReadOnlyDatabase) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute(sqlite()       ? "PRAGMA query_only = 1"
                        : postgresql() ? "SET default_transaction_read_only = on"
                                       : "SET SESSION TRANSACTION READ ONLY");
    const DatabaseError error =
        failureOf([&] { connection_.execute("INSERT INTO t (id) VALUES (1)"); });
    EXPECT_EQ(error.code(), ErrorCode::DatabaseReadOnly) << error.what();
    EXPECT_THAT(error.hint(), HasSubstr("writable"));
}

TEST_F(DriverErrors, LockHeldByAnother) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    Connection other = connect(account_.url());
    other.execute(sqlite() ? "BEGIN IMMEDIATE" : "BEGIN");
    other.execute("INSERT INTO t (id) VALUES (1)");
    connection_.query(sqlite()       ? "PRAGMA busy_timeout = 20"
                      : postgresql() ? "SET lock_timeout = '20ms'"
                                     : "SET SESSION lock_wait_timeout = 1");
    const DatabaseError error =
        failureOf([&] { connection_.execute("ALTER TABLE t ADD COLUMN v INTEGER"); });
    EXPECT_EQ(error.code(), ErrorCode::DatabaseBusy) << error.what();
    other.execute("ROLLBACK");
    connection_.execute("ALTER TABLE t ADD COLUMN v INTEGER");
}

TEST_F(DriverErrorsOnServers, SessionEndedByTheServerIsNeverReplaced) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute("BEGIN");
    kill(sessionOf(connection_));
    for (int i = 0; i < 5; ++i) {
        const DatabaseError error =
            failureOf([&] { connection_.execute("INSERT INTO t (id) VALUES (1)"); });
        EXPECT_EQ(error.code(), ErrorCode::ConnectionLost) << error.what();
        EXPECT_FALSE(connection_.driver().inTransaction());
    }
    EXPECT_EQ(failureOf([&] { connection_.server(); }).code(), ErrorCode::ConnectionLost);
    EXPECT_EQ(database_.value("SELECT count(*) FROM t"), "0");
}

TEST_F(DriverErrorsOnServers, SessionEndedWhileAStatementRuns) {
    const std::string session = sessionOf(connection_);
    std::atomic<bool> ended = false;
    std::thread killer([&] {
        Connection watcher = connect(database_.adminUrl());
        while (!ended && !sleeps(watcher, session)) {
            std::this_thread::yield();
        }
        kill(session);
    });
    const DatabaseError error = failureOf(
        [&] { connection_.query(postgresql() ? "SELECT pg_sleep(60)" : "SELECT SLEEP(60)"); });
    ended = true;
    killer.join();
    EXPECT_EQ(error.code(), ErrorCode::ConnectionLost) << error.what();
    EXPECT_THAT(error.state(), HasSubstr("not known"));
}

TEST_F(DriverErrors, ConnectingFailsAtTheFirstUseAndNotBefore) {
    const std::string bad =
        sqlite() ? "sqlite:/no/such/directory/shop.db" : withPort(account_.url(), closedPort());
    Connection connection = connect(bad);
    EXPECT_FALSE(connection.driver().inTransaction());
    // Every use says so, not only the first.
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(failureOf([&] { connection.execute("SELECT 1"); }).code(),
                  sqlite() ? ErrorCode::DatabaseNotFound : ErrorCode::ServerUnreachable);
    }
}

TEST_F(DriverErrors, BadUrlIsReportedAtTheFirstUse) {
    Connection connection = connect("postgres://ann:CaNaRy@db/shop");
    EXPECT_FALSE(connection.describe().empty());
    try {
        connection.query("SELECT 1");
        FAIL() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadUrl);
        EXPECT_THAT(error.hint(), HasSubstr("postgresql://"));
        expectNoPassword(error);
    }
}

}  // namespace

}  // namespace godwit::test
