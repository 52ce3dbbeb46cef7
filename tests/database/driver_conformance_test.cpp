// What godwit relies on in a driver, the same for all databases: texts go to the server and come
// back byte by byte, one statement is one statement, and transactions are seen as the server sees
// them. Errors are in driver_errors_test.cpp.

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>

#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"

namespace godwit::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class DriverConformance : public testing::Test {
protected:
    bool mysqlFamily() const {
        return database_.kind() == DatabaseKind::MySQL || database_.kind() == DatabaseKind::MariaDB;
    }

    // `text` as a literal of the server under test.
    std::string literal(std::string_view text) const {
        std::string out = "'";
        for (const char c : text) {
            if (c == '\'' || (c == '\\' && mysqlFamily())) {
                out += c;
            }
            out += c;
        }
        return out + "'";
    }

    std::string quoted(std::string_view name) const {
        return mysqlFamily() ? fmt::format("`{}`", name) : fmt::format("\"{}\"", name);
    }

    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

class DriverConformanceWithTransactions : public DriverConformance {};

TEST_F(DriverConformance, TellsKindAndVersion) {
    const Server server = connection_.server();
    EXPECT_EQ(server.kind, database_.kind());
    EXPECT_GE(server.version, oldestSupported(server.kind));
    const std::size_t dash = database_.serverName().find('-');
    if (dash != std::string::npos && database_.serverName().find("own") == std::string::npos) {
        const std::string version =
            fmt::format("{}.{}.", server.version.major, server.version.minor);
        EXPECT_EQ(version.rfind(database_.serverName().substr(dash + 1) + ".", 0), 0U) << version;
    }
}

TEST_F(DriverConformance, KnowsKindAndDescriptionWithoutAServer) {
    const std::string url = runningOn(DatabaseKind::SQLite)
                                ? "sqlite:/nowhere/shop.db"
                                : withPort(database_.url(), closedPort());
    Connection connection = connect(url);
    EXPECT_EQ(connection.kind(), database_.kind());
    EXPECT_THAT(connection.describe(), HasSubstr(std::string(nameOf(database_.kind()))));
}

TEST_F(DriverConformance, CarriesOddTextsThereAndBack) {
    connection_.execute("CREATE TABLE odd (id INTEGER PRIMARY KEY, v TEXT)");
    const std::vector<std::string> texts{
        "",
        " ",
        "'",
        "''",
        "\"",
        "`",
        "\\",
        "\\'",
        "x\\' or 1=1 -- \":p",
        ":name",
        "12:30",
        "?",
        "??",
        "%",
        "%s %d {}",
        "$1",
        "$$",
        "$tag$ body $tag$",
        "@user",
        "#",
        "-- no comment",
        "/* no comment */",
        ";",
        "a; DROP TABLE odd; --",
        "line\nbreak\r\n\ttab",
        "NULL",
        "\x01\x7f",
        "\xc3\xa9\xe2\x82\xac \xf0\x9f\x90\xa7",
        std::string(60'000, 'x') + ":y'",
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        connection_.execute(
            fmt::format("INSERT INTO odd (id, v) VALUES ({}, {})", i, literal(texts[i])));
    }
    const Rows rows = connection_.query("SELECT v FROM odd ORDER BY id");
    ASSERT_EQ(rows.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(rows[i][0], texts[i]) << "text " << i;
    }
}

TEST_F(DriverConformance, TellsNullFromEmpty) {
    const Rows rows = connection_.query("SELECT NULL, '', 'NULL', 0");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_THAT(rows[0],
                ElementsAre(std::nullopt,
                            std::optional<std::string>(""),
                            std::optional<std::string>("NULL"),
                            std::optional<std::string>("0")));
}

TEST_F(DriverConformance, GivesRowsInOrder) {
    const Rows rows = connection_.query("SELECT 1, 'a' UNION ALL SELECT 2, 'b' ORDER BY 1");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0][1], "a");
    EXPECT_EQ(rows[1][0], "2");
}

TEST_F(DriverConformance, GivesNoRowsWhereThereAreNone) {
    connection_.execute("CREATE TABLE t (v INTEGER)");
    EXPECT_TRUE(connection_.query("SELECT v FROM t").empty());
    EXPECT_TRUE(connection_.query("INSERT INTO t (v) VALUES (1)").empty());
}

TEST_F(DriverConformance, ReadsNumbersOfSixtyFourBits) {
    EXPECT_EQ(value("SELECT 5000000000"), "5000000000");
    EXPECT_EQ(value("SELECT -9223372036854775807"), "-9223372036854775807");
}

// SOCI's own way would cut the text at ":only" and delete every row.
TEST_F(DriverConformance, TakesNothingInACommentForABind) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute("INSERT INTO t (id) VALUES (1), (2)");
    connection_.execute("DELETE FROM t -- note :only the old ones?\n WHERE id=1");
    connection_.execute("/* :a ? $1 */ UPDATE t SET id = 3 /* :b */ WHERE id = 2");
    EXPECT_EQ(value("SELECT id FROM t"), "3");
}

TEST_F(DriverConformance, TakesNothingInANameForABind) {
    connection_.execute(
        fmt::format("CREATE TABLE {} ({} INTEGER)", quoted("a:b"), quoted("p:q ? $1")));
    connection_.execute(fmt::format("INSERT INTO {} VALUES (7)", quoted("a:b")));
    EXPECT_EQ(value(fmt::format("SELECT {} FROM {}", quoted("p:q ? $1"), quoted("a:b"))), "7");
}

TEST_F(DriverConformance, TakesCommentsAndASemicolonAroundAStatement) {
    connection_.execute("-- before\nCREATE TABLE t (id INTEGER) -- after\n");
    connection_.execute("INSERT INTO t (id) VALUES (1);");
    EXPECT_EQ(value("SELECT id FROM t;"), "1");
}

TEST_F(DriverConformance, RunsNothingOfTwoStatementsWhereOnlyOneCanRun) {
    const auto two = [&] {
        connection_.execute("CREATE TABLE a (id INTEGER); CREATE TABLE b (id INTEGER)");
    };
    if (runningOn(DatabaseKind::PostgreSQL)) {
        two();
        EXPECT_EQ(value("SELECT count(*) FROM b"), "0");
        return;
    }
    const DatabaseError error = failureOf(two);
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_EQ(failureOf([&] { connection_.query("SELECT * FROM a"); }).code(),
              ErrorCode::TableNotFound);
}

TEST_F(DriverConformance, RefusesAZeroByteBeforeAnythingIsSent) {
    const std::string sql("CREATE TABLE t (id INTEGER)\0 anything", 37);
    const DatabaseError error = failureOf([&] { connection_.execute(sql); });
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_THAT(error.message(), HasSubstr("zero byte at position 27"));
    EXPECT_EQ(error.where().sql, sql);
    connection_.execute("CREATE TABLE t (id INTEGER)");
}

TEST_F(DriverConformance, RunsSeveralStatementsTogetherInOrder) {
    connection_.driver().executeTogether({"CREATE TABLE t (id INTEGER) -- a comment at the end",
                                          "INSERT INTO t (id) VALUES (1)",
                                          "INSERT INTO t (id) VALUES (2);",
                                          "UPDATE t SET id = id * 10"});
    EXPECT_EQ(value("SELECT sum(id) FROM t"), "30");
    connection_.driver().executeTogether({});
}

TEST_F(DriverConformanceWithTransactions,
       LeavesNothingOfStatementsThatFailedTogetherInATransaction) {
    connection_.execute("CREATE TABLE t (id INTEGER UNIQUE)");
    connection_.execute("BEGIN");
    const DatabaseError error = failureOf([&] {
        connection_.driver().executeTogether({"INSERT INTO t (id) VALUES (1)",
                                              "CREATE TABLE u (id INTEGER)",
                                              "INSERT INTO t (id) VALUES (1)",
                                              "INSERT INTO t (id) VALUES (2)"});
    });
    EXPECT_EQ(error.code(), ErrorCode::StatementRefused);
    EXPECT_TRUE(connection_.driver().inTransaction());
    connection_.execute("ROLLBACK");
    EXPECT_EQ(value("SELECT count(*) FROM t"), "0");
    connection_.execute("CREATE TABLE u (id INTEGER)");
}

TEST_F(DriverConformance, SeesTransactionsAsTheServerDoes) {
    EXPECT_FALSE(connection_.driver().inTransaction());
    connection_.execute("CREATE TABLE t (id INTEGER)");
    EXPECT_FALSE(connection_.driver().inTransaction());
    for (const char* end : {"COMMIT", "ROLLBACK"}) {
        connection_.execute("BEGIN");
        EXPECT_TRUE(connection_.driver().inTransaction());
        connection_.execute("INSERT INTO t (id) VALUES (1)");
        EXPECT_TRUE(connection_.driver().inTransaction());
        connection_.execute(end);
        EXPECT_FALSE(connection_.driver().inTransaction());
    }
    EXPECT_EQ(value("SELECT count(*) FROM t"), "1");
}

TEST_F(DriverConformance, SeesThatRawSqlEndedTheTransaction) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute("BEGIN");
    connection_.driver().executeTogether(
        {"INSERT INTO t (id) VALUES (1)", "COMMIT", "INSERT INTO t (id) VALUES (2)"});
    EXPECT_FALSE(connection_.driver().inTransaction());
}

TEST_F(DriverConformance, StaysInAFailedTransaction) {
    connection_.execute("BEGIN");
    failureOf([&] { connection_.execute("INSERT INTO nowhere VALUES (1)"); });
    EXPECT_TRUE(connection_.driver().inTransaction());
    connection_.execute("ROLLBACK");
    EXPECT_FALSE(connection_.driver().inTransaction());
}

TEST_F(DriverConformance, GoesOnAfterARefusedStatement) {
    EXPECT_EQ(failureOf([&] { connection_.execute("NONSENSE"); }).code(),
              ErrorCode::StatementRefused);
    EXPECT_EQ(value("SELECT 1"), "1");
}

TEST_F(DriverConformance, PrintsNothing) {
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    connection_.execute("DROP TABLE IF EXISTS not_there");
    failureOf([&] { connection_.execute("NONSENSE"); });
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_F(DriverConformance, KeepsConnectionsApart) {
    Connection other = database_.connect();
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute("BEGIN");
    connection_.execute("INSERT INTO t (id) VALUES (1)");
    EXPECT_FALSE(other.driver().inTransaction());
    EXPECT_EQ(onlyValue(other.query("SELECT count(*) FROM t")), "0");
    connection_.execute("COMMIT");
    EXPECT_EQ(onlyValue(other.query("SELECT count(*) FROM t")), "1");
}

TEST_F(DriverConformance, MovesWithItsSession) {
    connection_.execute("BEGIN");
    Connection moved = std::move(connection_);
    EXPECT_TRUE(moved.driver().inTransaction());
    connection_ = std::move(moved);
    EXPECT_TRUE(connection_.driver().inTransaction());
}

}  // namespace

}  // namespace godwit::test
