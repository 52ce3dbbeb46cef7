#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <mysql.h>

#include <godwit/connection.hpp>
#include <godwit/error.hpp>
#include <godwit/value.hpp>

namespace godwit::detail {

/// What a statement came to.
struct MysqlAnswer {
    Rows rows;
    std::uint64_t written = 0;                     ///< Rows that it inserted, changed or deleted.
    std::optional<DatabaseError::Native> failure;  ///< Why it did not run to its end.
};

/// The client library's count of rows: all bits are set for a statement that gives rows.
constexpr std::uint64_t mysqlWritten(std::uint64_t count) {
    return count == UINT64_MAX ? 0 : count;
}

/// Prepares one statement on the server, runs it with the values and forgets it.
/// @throws UsageError (BadArgument) when there is not one value for each `?`.
MysqlAnswer runPrepared(MYSQL* handle, std::string_view sql, const std::vector<Value>& values);

}  // namespace godwit::detail
