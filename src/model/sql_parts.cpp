#include "model/sql_parts.hpp"

#include <algorithm>

namespace godwit::detail {

namespace {

void skip(std::string_view& sql, std::size_t count) {
    sql.remove_prefix(std::min(count, sql.size()));
}

void skipPast(std::string_view& sql, std::string_view end, std::size_t from) {
    const std::size_t found = sql.find(end, from);
    skip(sql, found == std::string_view::npos ? sql.size() : found + end.size());
}

bool isNamePart(char c) {
    return c == '_' || c == '$' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

// $$ or $tag$ of PostgreSQL; empty when none begins here.
// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
std::string_view dollarQuote(std::string_view sql) {
    const std::size_t end = sql.find('$', 1);
    const std::string_view tag = sql.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return std::all_of(tag.begin(), tag.end(), isNamePart) ? tag : std::string_view{};
}

// True for the quote of E'...', in which a backslash escapes. godwit sets
// standard_conforming_strings, so that it does not in '...'.
// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
bool hasEscapes(std::string_view whole, std::size_t quote) {
    return quote > 0 && (whole[quote - 1] == 'E' || whole[quote - 1] == 'e') &&
           (quote == 1 || !isNamePart(whole[quote - 2]));
}

// Doubled quotes are two of them in a row.
void skipQuoted(std::string_view& sql, bool backslashEscapes) {
    const char quote = sql.front();
    std::size_t at = 1;
    while (at < sql.size() && sql[at] != quote) {
        at += backslashEscapes && sql[at] == '\\' ? 2U : 1U;
    }
    skip(sql, at + 1);
}

}  // namespace

bool isMysql(DatabaseKind kind) {
    return kind == DatabaseKind::MySQL || kind == DatabaseKind::MariaDB;
}

// MySQL runs what stands in /*! ... */.
bool takeComment(std::string_view& rest, DatabaseKind kind) {
    if (rest.starts_with("--") || (isMysql(kind) && rest.starts_with("#"))) {
        skipPast(rest, "\n", 0);
        return true;
    }
    if (rest.starts_with("/*") && !(isMysql(kind) && rest.substr(2, 1) == "!")) {
        skipPast(rest, "*/", 2);
        return true;
    }
    return false;
}

SqlPart takePart(std::string_view& rest, std::string_view whole, DatabaseKind kind) {
    const char first = rest.front();
    const bool postgresql = kind == DatabaseKind::PostgreSQL;
    if (first == '\'' || first == '"' || (first == '`' && !postgresql)) {
        const bool escapes = isMysql(kind) ? first != '`'
                                           : postgresql && first == '\'' &&
                                                 hasEscapes(whole, whole.size() - rest.size());
        skipQuoted(rest, escapes);
        return SqlPart::Quoted;
    }
    if (postgresql && first == '$') {
        if (const std::string_view quote = dollarQuote(rest); !quote.empty()) {
            skipPast(rest, quote, quote.size());
            return SqlPart::Quoted;
        }
    }
    if (takeComment(rest, kind)) {
        return SqlPart::Comment;
    }
    skip(rest, 1);
    return SqlPart::Other;
}

std::size_t endOfSql(std::string_view sql, DatabaseKind kind) {
    std::size_t end = 0;
    for (std::string_view rest = sql; !rest.empty();) {
        const bool blank = std::string_view{" \t\r\n\f\v"}.find(rest.front()) != rest.npos;
        if (takePart(rest, sql, kind) != SqlPart::Comment && !blank) {
            end = sql.size() - rest.size();
        }
    }
    return end;
}

}  // namespace godwit::detail
