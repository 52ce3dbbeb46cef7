#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace godwit::detail {

/// The smallest part of SQL that SQLite knows: https://www.sqlite.org/lang.html
struct SqliteToken {
    enum class Kind : std::uint8_t {
        Word,     ///< A keyword, or a name without quotes.
        Name,     ///< Inside "", `` or [].
        Text,     ///< Inside '', also as a blob.
        Number,   ///< As written.
        Sign,     ///< One character: an operator, a comma or a parenthesis.
        Comment,  ///< With what opens and closes it.
    };

    Kind kind = Kind::Sign;
    std::string_view raw;  ///< Into the text that was read.
};

/// Tokens in order; what is between them is blank. `sql` must outlive them.
std::vector<SqliteToken> sqliteTokens(std::string_view sql);

/// A name without its quotes.
std::string nameAsWritten(const SqliteToken& token);

/// A name as SQLite compares names: without quotes, ASCII letters in lower case.
std::string plainName(const SqliteToken& token);

/// True for the keyword, which is given in lower case; never for a quoted name.
bool isWord(const SqliteToken& token, std::string_view keyword);

/// True for the sign.
bool isSign(const SqliteToken& token, char sign);

/// Two texts that differ in blanks, comments, quotes around names and the case of letters outside
/// of texts have one normal text.
std::string normalText(std::string_view sql);

/// True when a name in the SQL is `column`, which is in lower case. What stands before a
/// parenthesis is a function, and what REFERENCES names belongs to another table.
bool namesColumn(std::string_view sql, std::string_view column);

/// True when `name`, in lower case, stands there as a name, with or without quotes.
bool holdsName(std::string_view sql, std::string_view name);

/// True when it stands there in double quotes: what is no name there becomes a text, unseen.
/// https://www.sqlite.org/quirks.html#double_quoted_string_literals_are_accepted
bool holdsDoubleQuoted(std::string_view sql, std::string_view name);

}  // namespace godwit::detail
