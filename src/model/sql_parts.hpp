#pragma once

#include <cstdint>
#include <string_view>

#include <godwit/database.hpp>

namespace godwit::detail {

// SQL as a server cuts it up, whatever it says.

enum class SqlPart : std::uint8_t {
    Comment,
    Quoted,  ///< A text or a name, with its quotes.
    Other,   ///< One character.
};

/// Takes the first part off `rest`, which is not empty and the end of `whole`. A part that is not
/// closed goes to the end.
SqlPart takePart(std::string_view& rest, std::string_view whole, DatabaseKind kind);

/// Takes a comment off, or is false when none begins there.
bool takeComment(std::string_view& rest, DatabaseKind kind);

/// What stands behind this position is comments and blanks.
std::size_t endOfSql(std::string_view sql, DatabaseKind kind);

bool isMysql(DatabaseKind kind);

}  // namespace godwit::detail
