#pragma once

#include <string_view>
#include <type_traits>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>

namespace godwit {

/// Connects with libpqxx: `postgresql://user:password@host:5432/database?sslmode=verify-full`.
/// Never fails and never talks to a server: what is wrong is reported at first use.
GODWIT_API Connection connectPostgresql(std::string_view url);

/// Works on a `pqxx::connection` that the application holds and keeps, with no transaction open.
/// Instantiated for that type alone (libpqxx 6 makes it an alias that cannot be declared here).
template <class PqxxConnection,
          class = std::enable_if_t<!std::is_convertible_v<PqxxConnection&, std::string_view>>>
Connection connectPostgresql(PqxxConnection& connection);

}  // namespace godwit
