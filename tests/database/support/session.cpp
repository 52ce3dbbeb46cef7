#include "database/support/session.hpp"

#include <fmt/format.h>

#include "database/support/scratch_database.hpp"

namespace godwit::test {

std::string sessionOf(Connection& connection) {
    switch (connection.kind()) {
    case DatabaseKind::PostgreSQL:
        return onlyValue(connection.query("SELECT pg_backend_pid()"));
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return onlyValue(connection.query("SELECT CONNECTION_ID()"));
    case DatabaseKind::SQLite:
        break;
    }
    return {};
}

void endSession(Connection& other, const std::string& session) {
    const bool postgresql = other.kind() == DatabaseKind::PostgreSQL;
    other.query(
        fmt::format("{}({})", postgresql ? "SELECT pg_terminate_backend" : "KILL ", session));
}

}  // namespace godwit::test
