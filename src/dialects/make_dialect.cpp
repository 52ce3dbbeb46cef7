#include <fmt/format.h>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>

#include "mysql/dialect.hpp"
#include "postgresql/dialect.hpp"
#include "sqlite/dialect.hpp"

namespace godwit {

namespace {

// PostgreSQL counts major versions and patches; the others have three parts.
std::string spelled(DatabaseKind kind, const Version& version) {
    return kind == DatabaseKind::PostgreSQL
               ? fmt::format("{}.{}", version.major, version.minor)
               : fmt::format("{}.{}.{}", version.major, version.minor, version.patch);
}

std::string spelledShort(DatabaseKind kind, const Version& version) {
    return kind == DatabaseKind::PostgreSQL ? fmt::format("{}", version.major)
                                            : fmt::format("{}.{}", version.major, version.minor);
}

void wantSupported(const Server& server) {
    const Version oldest = oldestSupported(server.kind);
    if (server.version >= oldest) {
        return;
    }
    throw UnsupportedError(ErrorCode::ServerTooOld,
                           {fmt::format("the server is {} {}, and godwit works with {} and later",
                                        titleOf(server.kind),
                                        spelled(server.kind, server.version),
                                        spelledShort(server.kind, oldest)),
                            "Nothing has run.",
                            "use a newer server"});
}

}  // namespace

std::unique_ptr<Dialect> makeDialect(const Server& server) {
    wantSupported(server);
    switch (server.kind) {
    case DatabaseKind::PostgreSQL:
        return std::make_unique<detail::PostgresqlDialect>(server);
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return std::make_unique<detail::MysqlDialect>(server);
    case DatabaseKind::SQLite:
        return std::make_unique<detail::SqliteDialect>(server);
    }
    return nullptr;
}

}  // namespace godwit
