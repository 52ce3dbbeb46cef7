#include "run/times.hpp"

#include <fmt/format.h>

namespace godwit::detail {

std::string timeAsText(DatabaseKind kind, std::string_view column) {
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        return fmt::format("to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')", column);
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return fmt::format("DATE_FORMAT({}, '%Y-%m-%d %H:%i:%s.%f')", column);
    case DatabaseKind::SQLite:
        return fmt::format("strftime('%Y-%m-%d %H:%M:%f', {}) || '000'", column);
    }
    return {};
}

Times timesOf(DatabaseKind kind, std::chrono::microseconds duration) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    const std::string ms = fmt::format("{}", milliseconds);
    switch (kind) {
    case DatabaseKind::PostgreSQL:
        // now() is the start of the transaction.
        // https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT
        return {
            "now()",
            "clock_timestamp()",
            fmt::format("(extract(epoch FROM clock_timestamp() - now()) * 1000)::bigint + {}", ms)};
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return {fmt::format("UTC_TIMESTAMP(6) - INTERVAL {} MICROSECOND", duration.count()),
                "UTC_TIMESTAMP(6)",
                ms};
    case DatabaseKind::SQLite:
        return {fmt::format("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-{}.{:03} seconds')",
                            milliseconds / 1000,
                            milliseconds % 1000),
                "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
                ms};
    }
    return {};
}

}  // namespace godwit::detail
