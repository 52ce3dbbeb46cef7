#include <godwit/connect.hpp>

#include <exception>

#include <fmt/format.h>

#include "connect/failing_driver.hpp"
#include "connect/url.hpp"

// GODWIT_HAS_... is defined for every driver that is built in.
#ifdef GODWIT_HAS_MYSQL
#include <godwit/mysql.hpp>

#include "mysql/session.hpp"
#endif
#ifdef GODWIT_HAS_SQLITE
#include <godwit/sqlite.hpp>

#include "sqlite/session.hpp"
#endif

namespace godwit {

namespace {

Connection notBuiltIn(std::string_view what) {
    return detail::failingConnection(std::make_exception_ptr(
        UsageError(ErrorCode::DatabaseNotBuiltIn,
                   {fmt::format("this build of godwit has no driver for {}", what),
                    "Nothing was connected to.",
                    "install the client library of the database and build godwit again"})));
}

}  // namespace

Connection connect(std::string_view url) {
    DatabaseKind kind = DatabaseKind::SQLite;
    try {
        kind = detail::parseUrl(url).kind;
    } catch (const Error&) {
        return detail::failingConnection(std::current_exception());
    }
    switch (kind) {
    case DatabaseKind::PostgreSQL:
#ifdef GODWIT_HAS_POSTGRESQL
        return connectPostgresql(url);
#else
        break;
#endif
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
#ifdef GODWIT_HAS_MYSQL
        return connectMysql(url);
#else
        break;
#endif
    case DatabaseKind::SQLite:
#ifdef GODWIT_HAS_SQLITE
        return connectSqlite(url);
#else
        break;
#endif
    }
    return notBuiltIn(titleOf(kind));
}

Connection connect([[maybe_unused]] soci::session& session) {
#ifdef GODWIT_HAS_MYSQL
    if (detail::isMysqlSession(session)) {
        return connectMysql(session);
    }
#endif
#ifdef GODWIT_HAS_SQLITE
    if (detail::isSqliteSession(session)) {
        return connectSqlite(session);
    }
#endif
    return notBuiltIn("the backend of the SOCI session, or the session is not connected");
}

}  // namespace godwit
