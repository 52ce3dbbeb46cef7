#include "sql/block.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    return begin == std::string_view::npos
               ? std::string_view{}
               : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool isMysql(DatabaseKind kind) {
    return kind == DatabaseKind::MySQL || kind == DatabaseKind::MariaDB;
}

// How far a comment, a text or name in quotes, or a single character at the beginning reaches.
std::size_t sizeOfComment(std::string_view sql, DatabaseKind kind) {
    const bool line = sql.starts_with("--") || (sql.front() == '#' && isMysql(kind));
    if (!line && !sql.starts_with("/*")) {
        return 0;
    }
    const std::size_t end = line ? sql.find('\n') : sql.find("*/", 2);
    return end == std::string_view::npos ? sql.size() : end + (line ? 1 : 2);
}

std::size_t sizeOfToken(std::string_view sql, DatabaseKind kind) {
    const char quote = sql.front();
    if (quote != '\'' && quote != '"' && quote != '`') {
        return 1;
    }
    std::size_t at = 1;
    while (at < sql.size() && sql[at] != quote) {
        at += sql[at] == '\\' && isMysql(kind) ? 2U : 1U;
    }
    return std::min(at + 1, sql.size());
}

// Where the comments begin that nothing follows any more.
std::size_t endOfCode(std::string_view sql, DatabaseKind kind) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < sql.size();) {
        const std::string_view rest = sql.substr(at);
        const std::size_t comment = sizeOfComment(rest, kind);
        const std::size_t token = comment == 0 ? sizeOfToken(rest, kind) : 0;
        at += comment + token;
        if (token != 0 && kBlanks.find(rest.front()) == std::string_view::npos) {
            end = at;
        }
    }
    return end;
}

}  // namespace

bool startsWithWord(std::string_view text, std::string_view word) {
    const std::string lower = lowerCase(trimmed(text));
    return lower.starts_with(word) && (lower.size() == word.size() ||
                                       kBlanks.find(lower[word.size()]) != std::string_view::npos);
}

bool isBlock(std::string_view body) { return startsWithWord(body, "begin"); }

std::string statementsOfBody(std::string_view body, DatabaseKind kind) {
    const std::string_view text = trimmed(body);
    const std::size_t end = endOfCode(text, kind);
    const std::string_view code = text.substr(0, end);
    return fmt::format("{}{}{}", code, code.ends_with(';') ? "" : ";", text.substr(end));
}

std::string blockOf(std::string_view body, DatabaseKind kind) {
    if (!isBlock(body)) {
        return fmt::format("BEGIN\n    {}\nEND", statementsOfBody(body, kind));
    }
    const std::string_view text = trimmed(body);
    std::string_view code = text.substr(0, endOfCode(text, kind));
    if (code.ends_with(';')) {
        code.remove_suffix(1);
    }
    return std::string{code};
}

}  // namespace godwit::detail
