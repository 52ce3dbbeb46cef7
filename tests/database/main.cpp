// The database tests: one program, run once per server. GODWIT_TEST_SERVER names the server under
// test, GODWIT_TEST_SERVERS the file that lists the running ones, a line each:
//   name <TAB> url <TAB> process id
//   name <TAB> NOT RUN <TAB> reason
// SQLite ("sqlite", also when nothing is named) needs no server. A server that is not there is said
// loudly, and the program exits with 77, which CTest counts as skipped and never as passed.
//
// A suite that is about some servers only says so in its name: OnPostgresql, OnMysql (and MariaDB),
// OnSqlite, OnServers (not SQLite), WithTransactions (transactional DDL).

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "database/support/scratch_database.hpp"

namespace {

using godwit::DatabaseKind;
using godwit::test::TestServer;

constexpr int kSkipped = 77;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::optional<DatabaseKind> kindOf(const std::string& serverName) {
    const std::string kind = serverName.substr(0, serverName.find('-'));
    for (std::size_t i = 0; i < godwit::kDatabaseKinds; ++i) {
        if (nameOf(static_cast<DatabaseKind>(i)) == kind) {
            return static_cast<DatabaseKind>(i);
        }
    }
    return std::nullopt;
}

// The URL of the server, or the reason why it is not there.
std::pair<std::string, std::string> urlOrReason(const std::string& name) {
    const std::string path = environment("GODWIT_TEST_SERVERS");
    if (path.empty()) {
        return {"", "GODWIT_TEST_SERVERS names no list of servers (tests/servers/start.sh)"};
    }
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (first == std::string::npos || line.substr(0, first) != name) {
            continue;
        }
        std::string url = line.substr(first + 1, second - first - 1);
        std::string rest = second == std::string::npos ? "" : line.substr(second + 1);
        return url == "NOT RUN" ? std::pair{std::string(), std::move(rest)}
                                : std::pair{std::move(url), std::string()};
    }
    return {"", "it is not in " + path};
}

// Suites whose names end in one of these words are about some of the servers only. On the others
// they are not run, rather than run and skipped.
std::string suitesOfOthers(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return "*OnMysql.*:*OnSqlite.*";
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return "*OnPostgresql.*:*OnSqlite.*:*WithTransactions.*";
    case DatabaseKind::SQLite:
        return "*OnPostgresql.*:*OnMysql.*:*OnServers.*";
    }
    return {};
}

void leaveOut(const std::string& suites) {
    const std::string filter = GTEST_FLAG_GET(filter);
    GTEST_FLAG_SET(filter, filter + (filter.find('-') == std::string::npos ? "-" : ":") + suites);
}

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleMock(&argc, argv);
    TestServer server;
    server.name = environment("GODWIT_TEST_SERVER");
    if (server.name.empty()) {
        server.name = "sqlite";
    }
    const auto kind = kindOf(server.name);
    if (!kind) {
        fmt::print(stderr, "GODWIT_TEST_SERVER: there is no kind of server in {}\n", server.name);
        return EXIT_FAILURE;
    }
    server.kind = *kind;
    if (server.kind != DatabaseKind::SQLite) {
        auto [url, reason] = urlOrReason(server.name);
        if (url.empty()) {
            fmt::print("NOT RUN: {}: {}\n", server.name, reason);
            return kSkipped;
        }
        server.url = std::move(url);
    }
    leaveOut(suitesOfOthers(server.kind));
    godwit::test::setTestServer(std::move(server));
    const int status = RUN_ALL_TESTS();
    godwit::test::dropEmptyDatabases();
    return status;
}
