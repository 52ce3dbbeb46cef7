#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <godwit/export.hpp>

namespace godwit {

/// The four kinds of database. One spelling everywhere: see `nameOf`.
enum class DatabaseKind : std::uint8_t { PostgreSQL, MySQL, MariaDB, SQLite };

/// How many kinds there are; `static_cast<std::size_t>(kind)` is an index below it.
inline constexpr std::size_t kDatabaseKinds = 4;

/// A server's version as it reports it; PostgreSQL has no patch level (17.2 is {17, 2, 0}).
struct Version {
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint32_t patch = 0;

    friend constexpr auto operator<=>(const Version&, const Version&) = default;
};

/// What SQL is written for: a kind of server and its version.
struct Server {
    DatabaseKind kind = DatabaseKind::SQLite;
    Version version;

    friend constexpr bool operator==(const Server&, const Server&) = default;
};

/// "postgresql", "mysql", "mariadb" or "sqlite": the spelling in URLs, targets and files.
GODWIT_API std::string_view nameOf(DatabaseKind kind);

/// "PostgreSQL", "MySQL", "MariaDB" or "SQLite": the spelling in sentences.
GODWIT_API std::string_view titleOf(DatabaseKind kind);

/// The oldest version godwit works with: PostgreSQL 12, MySQL 8.0, MariaDB 10.6, SQLite 3.37.
GODWIT_API Version oldestSupported(DatabaseKind kind);

}  // namespace godwit
