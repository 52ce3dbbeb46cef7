#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace godwit::test {

/// What a server takes a piece of SQL for. Written from the servers' manuals alone, so that it can
/// judge what the dialects quote.
struct SqlToken {
    enum class Kind : std::uint8_t { Name, Text, Comment, Word, Symbol };

    Kind kind = Kind::Symbol;
    std::string text;  ///< Without its quotes, with what stood for one character made that one.

    friend bool operator==(const SqlToken&, const SqlToken&) = default;
};

enum class SqlRules : std::uint8_t {
    Postgresql,
    PostgresqlWithBackslashes,  ///< standard_conforming_strings = off
    Mysql,                      ///< MariaDB too; neither ANSI_QUOTES nor NO_BACKSLASH_ESCAPES
    Sqlite,
};

/// The tokens of `sql`, or nothing when a text, a name or a comment does not end.
std::optional<std::vector<SqlToken>> tokensOf(std::string_view sql, SqlRules rules);

}  // namespace godwit::test
