#include <godwit/database.hpp>

namespace godwit {

std::string_view nameOf(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return "postgresql";
    case DatabaseKind::MySQL:
        return "mysql";
    case DatabaseKind::MariaDB:
        return "mariadb";
    case DatabaseKind::SQLite:
        return "sqlite";
    }
    return {};
}

std::string_view titleOf(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return "PostgreSQL";
    case DatabaseKind::MySQL:
        return "MySQL";
    case DatabaseKind::MariaDB:
        return "MariaDB";
    case DatabaseKind::SQLite:
        return "SQLite";
    }
    return {};
}

Version oldestSupported(DatabaseKind kind) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return {12, 0, 0};
    case DatabaseKind::MySQL:
        return {8, 0, 0};
    case DatabaseKind::MariaDB:
        return {10, 6, 0};
    case DatabaseKind::SQLite:
        // STRICT tables: https://www.sqlite.org/stricttables.html
        return {3, 37, 0};
    }
    return {};
}

}  // namespace godwit
