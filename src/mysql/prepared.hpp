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

/// What a prepared statement came to.
struct PreparedAnswer {
    Rows rows;
    std::uint64_t written = 0;                     ///< Rows that it inserted, changed or deleted.
    std::optional<DatabaseError::Native> failure;  ///< Why it did not run to its end.
};

/// Prepares one statement on the server, runs it with the values and forgets it.
/// @throws UsageError (BadArgument) when there is not one value for each `?`.
PreparedAnswer runPrepared(MYSQL* handle, std::string_view sql, const std::vector<Value>& values);

}  // namespace godwit::detail
