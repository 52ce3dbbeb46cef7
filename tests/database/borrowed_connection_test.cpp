// Connections that the application opened and keeps.

#include <memory>
#include <string>

#include <gmock/gmock.h>

#include <fmt/format.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <pqxx/pqxx>

#include <godwit/connect.hpp>

#include "connect/url.hpp"
#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"
#include "database/support/session.hpp"

namespace godwit::test {

namespace {

using testing::HasSubstr;
using testing::Not;

// The application's connection of the server under test, opened its own way, and set to connect
// again by itself where that can be set (libpqxx 6 does so anyway).
class Application {
public:
    explicit Application(const std::string& text) {
        const detail::Url url = detail::parseUrl(text);
        if (runningOn(DatabaseKind::PostgreSQL)) {
            pqxx_ = std::make_unique<pqxx::connection>(
                fmt::format("host={} port={} user={} password=pw dbname={}",
                            url.host,
                            url.port,
                            url.user,
                            url.database));
        } else if (runningOn(DatabaseKind::SQLite)) {
            soci_ = std::make_unique<soci::session>(soci::sqlite3, ":memory:");
        } else {
            soci_ = std::make_unique<soci::session>(
                soci::mysql,
                fmt::format("host={} port={} user={} password=pw dbname={} reconnect=1",
                            url.host,
                            url.port,
                            url.user,
                            url.database));
        }
    }

    Connection lend() { return pqxx_ ? connect(*pqxx_) : connect(*soci_); }

    void run(const std::string& sql) {
        if (pqxx_) {
            pqxx::nontransaction(*pqxx_).exec(sql);
        } else {
            *soci_ << sql;
        }
    }

    pqxx::connection& postgresql() { return *pqxx_; }

private:
    std::unique_ptr<pqxx::connection> pqxx_;
    std::unique_ptr<soci::session> soci_;
};

class BorrowedConnection : public testing::Test {
protected:
    ScratchDatabase database_;
    Application application_{database_.url()};
};

class BorrowedConnectionOnServers : public BorrowedConnection {};

class BorrowedConnectionOnPostgresql : public BorrowedConnection {};

TEST_F(BorrowedConnection, IsTheApplicationsOwnSession) {
    application_.run("CREATE TABLE theirs (id INTEGER)");
    Connection connection = application_.lend();
    EXPECT_TRUE(connection.query("SELECT id FROM theirs").empty());
    connection.execute("CREATE TABLE ours (id INTEGER)");
    application_.run("INSERT INTO ours VALUES (5)");
    EXPECT_EQ(onlyValue(connection.query("SELECT id FROM ours")), "5");
}

TEST_F(BorrowedConnection, KnowsWhatItIs) {
    Connection connection = application_.lend();
    EXPECT_EQ(connection.kind(), database_.kind());
    EXPECT_EQ(connection.server().kind, database_.kind());
    EXPECT_THAT(connection.describe(),
                HasSubstr(runningOn(DatabaseKind::SQLite) ? ":memory:" : database_.name()));
    EXPECT_THAT(connection.describe(), Not(HasSubstr(":pw")));
}

TEST_F(BorrowedConnection, IsUsableAgainAfterwards) {
    {
        Connection connection = application_.lend();
        connection.execute("CREATE TABLE t (id INTEGER)");
        EXPECT_EQ(failureOf([&] { connection.execute("NONSENSE"); }).code(),
                  ErrorCode::StatementRefused);
    }
    application_.run("INSERT INTO t VALUES (1)");
    Connection again = application_.lend();
    EXPECT_EQ(onlyValue(again.query("SELECT id FROM t")), "1");
}

TEST_F(BorrowedConnection, IsRefusedWithATransactionOpen) {
    application_.run("CREATE TABLE t (id INTEGER)");
    application_.run("BEGIN");
    application_.run("INSERT INTO t VALUES (1)");
    Connection connection = application_.lend();
    try {
        connection.execute("CREATE TABLE u (id INTEGER)");
        FAIL() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadArgument);
        EXPECT_THAT(error.message(), HasSubstr("transaction open"));
    }
    application_.run("COMMIT");
    connection.execute("CREATE TABLE u (id INTEGER)");
}

TEST_F(BorrowedConnection, MayRunItsOwnTransactions) {
    Connection connection = application_.lend();
    EXPECT_FALSE(connection.driver().inTransaction());
    connection.execute("BEGIN");
    EXPECT_TRUE(connection.driver().inTransaction());
    connection.execute("COMMIT");
    EXPECT_FALSE(connection.driver().inTransaction());
}

TEST_F(BorrowedConnectionOnPostgresql, IsRefusedWhileATransactionObjectOfPqxxIsAtWork) {
    Connection connection = application_.lend();
    const pqxx::work work(application_.postgresql());
    EXPECT_THROW(connection.execute("CREATE TABLE t (id INTEGER)"), UsageError);
    EXPECT_THROW(connection.query("SELECT 1"), UsageError);
}

TEST_F(BorrowedConnectionOnServers, IsNeverReplacedByAnother) {
    Connection connection = application_.lend();
    Connection other = database_.connect();
    endSession(other, sessionOf(connection));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(failureOf([&] { connection.query("SELECT 1"); }).code(),
                  ErrorCode::ConnectionLost);
    }
}

TEST(SociSession, ThatIsNotConnectedIsRefusedAtTheFirstUse) {
    soci::session session;
    Connection connection = connect(session);
    EXPECT_THROW(connection.query("SELECT 1"), UsageError);
}

}  // namespace

}  // namespace godwit::test
