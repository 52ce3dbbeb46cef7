#include "mysql/protocol.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace godwit::detail {

namespace {

struct Meaning {
    int number;
    ErrorCode code;
};

template <std::size_t size>
ErrorCode find(const std::array<Meaning, size>& meanings, int number, ErrorCode otherwise) {
    const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& one) {
        return one.number == number;
    });
    return found == meanings.end() ? otherwise : found->code;
}

// SOCI: a value in single quotes, with a backslash before quotes and backslashes.
void add(std::string& text, std::string_view key, std::string_view value) {
    if (value.empty()) {
        return;
    }
    text += text.empty() ? "" : " ";
    text += key;
    text += "='";
    for (const char c : value) {
        if (c == '\'' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    text += '\'';
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Reads a number and the point behind it.
std::uint32_t takeNumber(std::string_view& text) {
    std::uint32_t number = 0;
    std::size_t i = 0;
    for (; i < text.size() && i < 6 && isDigit(text[i]); ++i) {
        number = number * 10 + static_cast<std::uint32_t>(text[i] - '0');
    }
    text.remove_prefix(i);
    if (i > 0 && !text.empty() && text.front() == '.') {
        text.remove_prefix(1);
    }
    return number;
}

}  // namespace

std::string mysqlConnectText(const Url& url) {
    // The client takes "localhost" for the Unix socket even when a port is given; whoever writes a
    // port means TCP. https://dev.mysql.com/doc/c-api/9.7/en/mysql-real-connect.html
    const bool overTcp =
        url.host == "localhost" && !url.port.empty() && url.parameter("unix_socket") == nullptr;
    std::string text;
    add(text, "host", overTcp ? "127.0.0.1" : url.host);
    add(text, "port", url.port);
    add(text, "user", url.user);
    add(text, "password", url.password.reveal());
    add(text, "dbname", url.database);
    add(text, "charset", "utf8mb4");
    if (url.parameter("connect_timeout") == nullptr) {
        add(text, "connect_timeout", "10");
    }
    for (const auto& [key, value] : url.parameters) {
        add(text, key, value);
    }
    return text;
}

Server mysqlServer(std::string_view serverInfo) {
    const bool mariadb = serverInfo.find("MariaDB") != std::string_view::npos;
    // MariaDB before 11 calls itself 5.5.5 first, for old replicas.
    constexpr std::string_view kPrefix = "5.5.5-";
    if (mariadb && serverInfo.substr(0, kPrefix.size()) == kPrefix) {
        serverInfo.remove_prefix(kPrefix.size());
    }
    Server server;
    server.kind = mariadb ? DatabaseKind::MariaDB : DatabaseKind::MySQL;
    server.version.major = takeNumber(serverInfo);
    server.version.minor = takeNumber(serverInfo);
    server.version.patch = takeNumber(serverInfo);
    return server;
}

// https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html
// https://mariadb.com/docs/server/reference/error-codes/mariadb-error-code-reference
ErrorCode codeOfFailedMysqlConnect(int number) {
    constexpr std::array<Meaning, 15> kMeanings{{
        {1040, ErrorCode::DatabaseBusy},      // too many connections
        {1044, ErrorCode::PermissionDenied},  // user has no right to the database
        {1045, ErrorCode::LoginRefused},      // wrong user or password
        {1049, ErrorCode::DatabaseNotFound},
        {1130, ErrorCode::LoginRefused},  // not from this host
        {1203, ErrorCode::DatabaseBusy},  // too many connections of the user
        {1226, ErrorCode::DatabaseBusy},  // the user has used up a limit
        {1251, ErrorCode::LoginRefused},  // the client knows not the kind of login
        {1698, ErrorCode::LoginRefused},  // the account logs in without password only
        {1820, ErrorCode::LoginRefused},  // the password must be changed first
        {1862, ErrorCode::LoginRefused},  // the password has expired
        {2026, ErrorCode::LoginRefused},  // TLS
        {2059, ErrorCode::LoginRefused},  // the plugin for the login is not there
        {3118, ErrorCode::LoginRefused},  // MySQL: the account is locked
        {4151, ErrorCode::LoginRefused},  // MariaDB: the account is locked
    }};
    return find(kMeanings, number, ErrorCode::ServerUnreachable);
}

ErrorCode codeOfMysqlError(int number, std::string_view serverText) {
    constexpr std::array<Meaning, 34> kMeanings{{
        {1036, ErrorCode::DatabaseReadOnly},  // InnoDB read-only
        {1044, ErrorCode::PermissionDenied},
        {1046, ErrorCode::DatabaseNotFound},  // no database selected
        {1049, ErrorCode::DatabaseNotFound},
        {1051, ErrorCode::TableNotFound},     // DROP TABLE
        {1053, ErrorCode::ConnectionLost},    // server shutdown
        {1142, ErrorCode::PermissionDenied},  // on the table
        {1143, ErrorCode::PermissionDenied},  // on the column
        {1146, ErrorCode::TableNotFound},
        {1158, ErrorCode::ConnectionLost},
        {1159, ErrorCode::ConnectionLost},
        {1160, ErrorCode::ConnectionLost},
        {1161, ErrorCode::ConnectionLost},
        {1205, ErrorCode::DatabaseBusy},      // lock wait timeout
        {1213, ErrorCode::DatabaseBusy},      // deadlock
        {1227, ErrorCode::PermissionDenied},  // needs a privilege
        {1317, ErrorCode::DatabaseBusy},      // KILL QUERY
        {1370, ErrorCode::PermissionDenied},  // on the routine
        {1792, ErrorCode::DatabaseReadOnly},  // READ ONLY transaction
        {1836, ErrorCode::DatabaseReadOnly},
        {1927, ErrorCode::ConnectionLost},  // MariaDB: KILL
        {1969, ErrorCode::DatabaseBusy},    // MariaDB: max_statement_time
        {2002, ErrorCode::ConnectionLost},
        {2003, ErrorCode::ConnectionLost},
        {2006, ErrorCode::ConnectionLost},
        {2013, ErrorCode::ConnectionLost},
        {2014, ErrorCode::StatementRefused},
        {2026, ErrorCode::ConnectionLost},
        {2055, ErrorCode::ConnectionLost},
        {3024, ErrorCode::DatabaseBusy},      // MySQL: max_execution_time
        {3159, ErrorCode::PermissionDenied},  // only over TLS
        {3169, ErrorCode::ConnectionLost},    // MySQL: KILL
        {3572, ErrorCode::DatabaseBusy},      // NOWAIT
        {4031, ErrorCode::ConnectionLost},    // MySQL: wait_timeout
    }};
    // "running with the --read-only option": the same number stands for other options too, and the
    // name of the option is not translated.
    if (number == 1290) {
        return serverText.find("read-only") != std::string_view::npos ||
                       serverText.find("read_only") != std::string_view::npos
                   ? ErrorCode::DatabaseReadOnly
                   : ErrorCode::StatementRefused;
    }
    return find(kMeanings, number, ErrorCode::StatementRefused);
}

DatabaseError mysqlStatementFailure(ErrorCode code,
                                    const Place& place,
                                    DatabaseError::Native native,
                                    std::string_view sql) {
    constexpr int kSyntaxError = 1064;
    if (native.code != kSyntaxError) {
        return statementFailure(code, place, std::move(native), sql);
    }
    // "... for the right syntax to use near '<80 characters of SQL>' at line 3", in the language of
    // the server: the number behind the last quote is all that is kept.
    DatabaseError::Native shown = native;
    std::string_view line(native.text);
    line.remove_prefix(std::min(line.rfind('\'') + 1, line.size()));
    line.remove_prefix(std::min(line.find_first_of("0123456789"), line.size()));
    shown.text = "a syntax error";
    if (!line.empty()) {
        shown.text += " in line " + std::string(line);
    }
    const DatabaseError error = statementFailure(code, place, shown, sql);
    return DatabaseError(code,
                         {error.message(), error.state(), error.hint()},
                         std::move(native),
                         error.where());
}

}  // namespace godwit::detail
