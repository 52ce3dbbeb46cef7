// What only PostgreSQL does, and what libpqxx hides of it.

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <godwit/connect.hpp>

#include "database/support/canary_account.hpp"
#include "database/support/scratch_database.hpp"

namespace godwit::test {

namespace {

using testing::HasSubstr;
using testing::Not;

class DriverOnPostgresql : public testing::Test {
protected:
    std::string value(std::string_view sql) { return onlyValue(connection_.query(sql)); }

    ScratchDatabase database_;
    Connection connection_ = database_.connect();
};

// Some of libpqxx's exceptions have no sqlstate although the server sent one.
TEST_F(DriverOnPostgresql, KnowsErrorsBySqlstate) {
    struct Case {
        std::string sqlstate;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"0A000", ErrorCode::StatementRefused}, {"22012", ErrorCode::StatementRefused},
        {"23001", ErrorCode::StatementRefused}, {"23502", ErrorCode::StatementRefused},
        {"23503", ErrorCode::StatementRefused}, {"23505", ErrorCode::StatementRefused},
        {"23514", ErrorCode::StatementRefused}, {"25006", ErrorCode::DatabaseReadOnly},
        {"2BP01", ErrorCode::StatementRefused}, {"3D000", ErrorCode::DatabaseNotFound},
        {"40001", ErrorCode::DatabaseBusy},     {"40P01", ErrorCode::DatabaseBusy},
        {"42501", ErrorCode::PermissionDenied}, {"42601", ErrorCode::StatementRefused},
        {"42703", ErrorCode::StatementRefused}, {"42883", ErrorCode::StatementRefused},
        {"42P01", ErrorCode::TableNotFound},    {"42P07", ErrorCode::StatementRefused},
        {"53100", ErrorCode::StatementRefused}, {"53200", ErrorCode::StatementRefused},
        {"53300", ErrorCode::DatabaseBusy},     {"55006", ErrorCode::StatementRefused},
        {"55P03", ErrorCode::DatabaseBusy},     {"57014", ErrorCode::DatabaseBusy},
        {"P0001", ErrorCode::StatementRefused}, {"GW001", ErrorCode::StatementRefused},
    };
    for (const Case& one : cases) {
        const DatabaseError error = failureOf([&] {
            connection_.execute(
                fmt::format("DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '{}'; END $$",
                            one.sqlstate));
        });
        EXPECT_EQ(error.code(), one.code) << one.sqlstate << " " << error.what();
        EXPECT_EQ(error.sqlstate(), one.sqlstate);
        EXPECT_THAT(error.message(), HasSubstr("on purpose"));
    }
}

TEST_F(DriverOnPostgresql, KeepsTheStatementOutOfTheSentence) {
    const DatabaseError error =
        failureOf([&] { connection_.execute("SELECT a_secret\nFROM nowhere"); });
    EXPECT_THAT(error.what(), Not(HasSubstr("a_secret")));
    EXPECT_THAT(error.message(), Not(HasSubstr("ERROR")));
}

TEST_F(DriverOnPostgresql, TakesItsNameAndEncodingFromTheUrlOrHasItsOwn) {
    EXPECT_EQ(value("SHOW application_name"), "godwit");
    EXPECT_EQ(value("SHOW client_encoding"), "UTF8");
    Connection named = connect(database_.url() + "?application_name=it%27s%20mine%5C");
    EXPECT_EQ(onlyValue(named.query("SHOW application_name")), "it's mine\\");
}

TEST_F(DriverOnPostgresql, SaysWhichParameterOfTheUrlLibpqRefuses) {
    Connection connection = connect(database_.url() + "?no_such_option=CaNaRy");
    const DatabaseError error = failureOf([&] { connection.server(); });
    EXPECT_EQ(error.code(), ErrorCode::BadUrl);
    EXPECT_THAT(error.message(), HasSubstr("no_such_option"));
}

TEST_F(DriverOnPostgresql, RunsWhatMayNotRunInATransaction) {
    connection_.execute("CREATE TABLE t (id INTEGER)");
    connection_.execute("CREATE INDEX CONCURRENTLY i ON t (id)");
    connection_.execute("VACUUM t");
}

TEST_F(DriverOnPostgresql, SendsStatementsTogetherInOneMessage) {
    connection_.driver().executeTogether({"BEGIN", "CREATE TABLE t (at TIMESTAMPTZ)", "COMMIT"});
    connection_.driver().executeTogether({"INSERT INTO t VALUES (statement_timestamp())",
                                          "INSERT INTO t VALUES (statement_timestamp())",
                                          "INSERT INTO t VALUES (statement_timestamp())"});
    EXPECT_EQ(value("SELECT count(DISTINCT at) FROM t"), "1");
}

// A marker that ends with the transaction tells within the same message whether raw SQL ended it.
TEST_F(DriverOnPostgresql, HasSettingsThatEndWithTheTransaction) {
    const std::string fence =
        "SELECT 1 / (current_setting('godwit.fence', true) IS NOT DISTINCT FROM 'x')::int";
    connection_.execute("BEGIN");
    connection_.driver().executeTogether(
        {"SET LOCAL godwit.fence = 'x'", "CREATE TABLE a (id INTEGER)", fence});
    connection_.execute("COMMIT");
    connection_.execute("BEGIN");
    for (const char* escape : {"COMMIT", "ROLLBACK", "COMMIT; BEGIN", "END"}) {
        const DatabaseError error = failureOf([&] {
            connection_.driver().executeTogether({"SET LOCAL godwit.fence = 'x'",
                                                  escape,
                                                  "CREATE TABLE after_the_escape (id INTEGER)",
                                                  fence});
        });
        EXPECT_EQ(error.sqlstate(), "22012") << escape << ": " << error.what();
        connection_.execute("ROLLBACK");
        EXPECT_EQ(value("SELECT to_regclass('after_the_escape')"), "NULL");
        connection_.execute("BEGIN");
    }
}

TEST_F(DriverOnPostgresql, SeesATransactionThatWasOpenedInTheMiddleOfAMessage) {
    connection_.driver().executeTogether({"SELECT 1", "BEGIN", "SELECT 2"});
    EXPECT_TRUE(connection_.driver().inTransaction());
    connection_.driver().executeTogether({"COMMIT", "BEGIN"});
    EXPECT_TRUE(connection_.driver().inTransaction());
}

}  // namespace

}  // namespace godwit::test
