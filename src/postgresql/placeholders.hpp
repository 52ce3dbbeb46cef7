#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace godwit::detail {

/// A statement in PostgreSQL's own spelling of placeholders.
struct NumberedSql {
    std::string sql;         ///< With `$1`, `$2`, … for each `?`, and `?` for each `??`.
    std::size_t count = 0;   ///< How many placeholders there are.
    std::string_view stray;  ///< A `$1` that was there already; empty for none.
};

/// Numbers the question marks outside of quotes, dollar quotes and comments.
/// @param backslashEscapes also in '...', not only in E'...'
NumberedSql numberPlaceholders(std::string_view sql, bool backslashEscapes);

}  // namespace godwit::detail
