#pragma once

#include <string_view>
#include <type_traits>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>
#include <godwit/postgresql.hpp>

namespace soci {
class session;
}

namespace godwit {

/// Connects by URL with any driver that was built in (target `godwit::godwit`):
/// `postgresql://user:password@host:5432/database`, `mysql://…`, `mariadb://…`,
/// `sqlite:path/to/file.db`, `sqlite::memory:`.
/// Never fails and never talks to a server: what is wrong is reported at first use.
GODWIT_API Connection connect(std::string_view url);

/// Works on a MySQL, MariaDB or SQLite session that the application holds and keeps.
GODWIT_API Connection connect(soci::session& session);

/// Works on a `pqxx::connection` that the application holds and keeps.
template <class PqxxConnection,
          class = std::enable_if_t<!std::is_convertible_v<PqxxConnection&, std::string_view>>>
Connection connect(PqxxConnection& connection) {
    return connectPostgresql(connection);
}

}  // namespace godwit
