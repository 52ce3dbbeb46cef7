// What the drivers know about texts and numbers of the servers, without a server.

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "mysql/protocol.hpp"
#include "postgresql/protocol.hpp"

namespace godwit::detail {

namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PostgresqlConnectText, QuotesEveryValue) {
    EXPECT_EQ(postgresqlConnectText(
                  parseUrl("postgresql://a%27b:p%5Cw%20x@db:5433/shop?sslmode=verify-full")),
              "host='db' port='5433' user='a\\'b' password='p\\\\w x' dbname='shop' "
              "connect_timeout='10' application_name='godwit' client_encoding='UTF8' "
              "sslmode='verify-full'");
}

TEST(PostgresqlConnectText, LeavesOutWhatIsNotGivenAndKeepsWhatIs) {
    EXPECT_EQ(postgresqlConnectText(parseUrl(
                  "postgresql://?connect_timeout=2&application_name=x&client_encoding=LATIN1")),
              "connect_timeout='2' application_name='x' client_encoding='LATIN1'");
}

struct FailedConnect {
    std::string text;
    ErrorCode code;
};

TEST(PostgresqlFailedConnect, IsToldFromItsText) {
    const Place place = placeOf(parseUrl("postgresql://ann@db:5432/shop"));
    const std::vector<FailedConnect> cases{
        {"connection to server at \"db\" (10.0.0.1), port 5432 failed: Connection refused\n\tIs "
         "the "
         "server running on that host and accepting TCP/IP connections?",
         ErrorCode::ServerUnreachable},
        {"could not translate host name \"db\" to address: Name or service not known",
         ErrorCode::ServerUnreachable},
        {"connection to server at \"db\", port 5432 failed: timeout expired",
         ErrorCode::ServerUnreachable},
        {"... failed: FATAL:  the database system is starting up", ErrorCode::ServerUnreachable},
        {"... failed: FATAL:  password authentication failed for user \"ann\"",
         ErrorCode::LoginRefused},
        {"... failed: FATAL:  role \"ann\" does not exist", ErrorCode::LoginRefused},
        {"... failed: fe_sendauth: no password supplied", ErrorCode::LoginRefused},
        {"... failed: FATAL:  no pg_hba.conf entry for host \"1.2.3.4\", user \"ann\", database "
         "\"shop\", no encryption",
         ErrorCode::LoginRefused},
        {"... failed: server does not support SSL, but SSL was required", ErrorCode::LoginRefused},
        {"... failed: SSL error: certificate verify failed", ErrorCode::LoginRefused},
        {"... failed: FATAL:  database \"shop\" does not exist", ErrorCode::DatabaseNotFound},
        {"... failed: FATAL:  permission denied for database \"shop\"",
         ErrorCode::PermissionDenied},
        {"... failed: FATAL:  sorry, too many clients already", ErrorCode::DatabaseBusy},
        {"invalid connection option \"sslmod\"", ErrorCode::BadUrl},
        {"invalid sslmode value: \"maybe\"", ErrorCode::BadUrl},
        // A server that speaks German.
        {"... fehlgeschlagen: FATAL:  Passwort-Authentifizierung f\xc3\xbcr Benutzer \xc2\xbb"
         "ann\xc2\xab fehlgeschlagen",
         ErrorCode::LoginRefused},
        {"... fehlgeschlagen: FATAL:  Datenbank \xc2\xbbshop\xc2\xab existiert nicht",
         ErrorCode::DatabaseNotFound},
    };
    for (const FailedConnect& one : cases) {
        EXPECT_EQ(codeOfFailedConnect(one.text, place), one.code) << one.text;
    }
}

TEST(PostgresqlFailedConnect, SaysTheServersAnswerBeforeOtherAddresses) {
    const std::string refused =
        "connection to server at \"localhost\" (::1), port 5432 failed: Connection refused\n"
        "\tIs the server running on that host and accepting TCP/IP connections?\n";
    EXPECT_EQ(reasonOfFailedConnect(refused), "Connection refused");
    EXPECT_EQ(reasonOfFailedConnect(
                  refused + "connection to server at \"localhost\" (127.0.0.1), port 5432 failed: "
                            "FATAL:  database \"shop\" does not exist\n"),
              "FATAL:  database \"shop\" does not exist");
    EXPECT_EQ(reasonOfFailedConnect("could not translate"), "could not translate");
    EXPECT_EQ(reasonOfFailedConnect(""), "");
}

TEST(MysqlConnectText, QuotesEveryValue) {
    EXPECT_EQ(mysqlConnectText(parseUrl(
                  "mysql://a%27b:p%5Cw%20x@db:3307/shop?sslca=/etc/a%20b&connect_timeout=3")),
              "host='db' port='3307' user='a\\'b' password='p\\\\w x' dbname='shop' "
              "charset='utf8mb4' sslca='/etc/a b' connect_timeout='3'");
}

TEST(MysqlConnectText, MeansTcpByAPortOnLocalhost) {
    EXPECT_THAT(mysqlConnectText(parseUrl("mysql://a@localhost:3307/s")),
                HasSubstr("host='127.0.0.1' port='3307'"));
    EXPECT_THAT(mysqlConnectText(parseUrl("mysql://a@localhost/s")), HasSubstr("host='localhost'"));
    EXPECT_THAT(mysqlConnectText(parseUrl("mysql://a@localhost:1/s?unix_socket=/tmp/s")),
                HasSubstr("host='localhost'"));
}

TEST(MysqlServer, IsToldFromTheHandshake) {
    struct Case {
        std::string text;
        Server server;
    };
    const std::vector<Case> cases{
        {"9.7.4-2", {DatabaseKind::MySQL, {9, 7, 4}}},
        {"8.0.36-0ubuntu0.22.04.1", {DatabaseKind::MySQL, {8, 0, 36}}},
        {"8.0.32-24", {DatabaseKind::MySQL, {8, 0, 32}}},
        {"5.5.5-10.11.19-MariaDB-0+deb12u1", {DatabaseKind::MariaDB, {10, 11, 19}}},
        {"11.8.6-MariaDB-log", {DatabaseKind::MariaDB, {11, 8, 6}}},
        {"5.5.5-5.5.68-MariaDB", {DatabaseKind::MariaDB, {5, 5, 68}}},
        {"8.0", {DatabaseKind::MySQL, {8, 0, 0}}},
        {"", {DatabaseKind::MySQL, {0, 0, 0}}},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(mysqlServer(one.text), one.server) << one.text;
    }
}

TEST(MysqlError, TellsTheReadOnlyOptionFromOthers) {
    EXPECT_EQ(codeOfMysqlError(1290,
                               "The MySQL server is running with the --super-read-only option so "
                               "it cannot execute this statement"),
              ErrorCode::DatabaseReadOnly);
    EXPECT_EQ(codeOfMysqlError(1290,
                               "The MySQL server is running with the --secure-file-priv option so "
                               "it cannot execute this statement"),
              ErrorCode::StatementRefused);
}

TEST(MysqlError, KeepsTheStatementOutOfTheSentence) {
    const Place place = placeOf(parseUrl("mysql://ann@db/shop"));
    const DatabaseError error = mysqlStatementFailure(
        ErrorCode::StatementRefused,
        place,
        {"42000",
         1064,
         "You have an error in your SQL syntax; check the manual that corresponds to your MySQL "
         "server version for the right syntax to use near ''it''s 5 secrets' at line 3"},
        "CREATE ...");
    EXPECT_EQ(error.message(), "MySQL refused a statement: a syntax error in line 3");
    EXPECT_THAT(error.what(), Not(HasSubstr("secrets")));
    EXPECT_THAT(error.serverText(), HasSubstr("secrets"));
    EXPECT_EQ(error.where().sql, "CREATE ...");
}

TEST(FirstLine, LeavesTheSeverityOutInEveryLanguage) {
    EXPECT_EQ(firstLine("ERROR:  no\nLINE 1: SELECT"), "no");
    EXPECT_EQ(firstLine("FEHLER:  nein."), "nein");
    EXPECT_EQ(firstLine("no severity:  here"), "no severity:  here");
    EXPECT_EQ(firstLine("a\tb\x01"), "a b");
    EXPECT_EQ(firstLine(""), "");
}

}  // namespace

}  // namespace godwit::detail
