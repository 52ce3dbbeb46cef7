#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace godwit::detail {

/// What a piece of SQL speaks of, as far as that can be told without its grammar. ASCII letters
/// are lower case, since servers compare most names without regard to case.
struct Words {
    std::vector<std::string> quoted;   ///< Inside "" or ``.
    std::vector<std::string> bare;     ///< Names, keywords and functions.
    std::vector<std::string> numbers;  ///< As written.
    std::vector<std::string> texts;    ///< Inside single quotes, as they read.
};

/// Leaves out comments. In doubt it finds too much.
Words wordsOf(std::string_view sql);

/// True when the SQL may speak of the column or table.
bool mentions(const Words& words, std::string_view name);

/// True when the SQL has the value between quotes, alone or in a list: `'lost'`, `'{open,lost}'`.
bool holdsText(const Words& words, std::string_view value);

/// "SELECT *", "o.*" and ", *"; not "count(*)" or "a * b".
bool takesAllColumns(std::string_view sql);

/// ASCII letters in lower case.
std::string lowerCase(std::string_view text);

}  // namespace godwit::detail
