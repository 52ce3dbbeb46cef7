#include <algorithm>
#include <utility>

#include "model/sql_words.hpp"
#include "sqlite/tokens.hpp"

namespace godwit::detail {

namespace {

using Kind = SqliteToken::Kind;

constexpr std::string_view kBlank = " \t\n\f\r";

bool isSqliteDigit(char c) { return c >= '0' && c <= '9'; }

// https://www.sqlite.org/draft/tokenreq.html: every character above ASCII belongs to a name.
bool isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isSqliteDigit(c) || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80U;
}

std::size_t endOfWord(std::string_view sql, std::size_t at) {
    while (at < sql.size() && isWordPart(sql[at])) {
        ++at;
    }
    return at;
}

// Doubled quotes are one.
std::size_t endOfQuoted(std::string_view sql, std::size_t at, char quote) {
    for (++at; at < sql.size(); ++at) {
        if (sql[at] != quote) {
            continue;
        }
        if (at + 1 == sql.size() || sql[at + 1] != quote) {
            return at + 1;
        }
        ++at;
    }
    return at;
}

std::size_t behind(std::string_view sql, std::size_t at, std::string_view end) {
    const std::size_t found = sql.find(end, at);
    return found == std::string_view::npos ? sql.size() : found + end.size();
}

bool startsNumberAt(std::string_view sql, std::size_t at) {
    return isSqliteDigit(sql[at]) ||
           (sql[at] == '.' && at + 1 < sql.size() && isSqliteDigit(sql[at + 1]));
}

std::size_t endOfNumber(std::string_view sql, std::size_t at) {
    const bool hexadecimal = at + 1 < sql.size() && (sql[at + 1] == 'x' || sql[at + 1] == 'X');
    for (; at < sql.size(); ++at) {
        const char before = at == 0 ? ' ' : sql[at - 1];
        const bool exponentSign =
            (sql[at] == '+' || sql[at] == '-') && !hexadecimal && (before == 'e' || before == 'E');
        if (!isWordPart(sql[at]) && sql[at] != '.' && !exponentSign) {
            break;
        }
    }
    return at;
}

std::pair<Kind, std::size_t> tokenAt(std::string_view sql, std::size_t at) {
    const char c = sql[at];
    const std::string_view two = sql.substr(at, 2);
    if (two == "--") {
        return {Kind::Comment, std::min(sql.find('\n', at), sql.size())};
    }
    if (two == "/*") {
        return {Kind::Comment, behind(sql, at + 2, "*/")};
    }
    if (c == '\'') {
        return {Kind::Text, endOfQuoted(sql, at, c)};
    }
    if (two == "x'" || two == "X'") {
        return {Kind::Text, endOfQuoted(sql, at + 1, '\'')};
    }
    if (c == '"' || c == '`') {
        return {Kind::Name, endOfQuoted(sql, at, c)};
    }
    if (c == '[') {
        return {Kind::Name, behind(sql, at, "]")};
    }
    if (startsNumberAt(sql, at)) {
        return {Kind::Number, endOfNumber(sql, at)};
    }
    if (isWordPart(c)) {
        return {Kind::Word, endOfWord(sql, at)};
    }
    return {Kind::Sign, at + 1};
}

std::string unquoted(std::string_view raw) {
    const char quote = raw.front();
    const std::string_view inside = raw.substr(1, raw.size() < 2 ? 0 : raw.size() - 2);
    if (quote == '[') {
        return std::string{inside};
    }
    std::string out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        out += inside[i];
        i += inside[i] == quote ? 1U : 0U;
    }
    return out;
}

std::string normalToken(const SqliteToken& token) {
    const bool name = token.kind == Kind::Word || token.kind == Kind::Name;
    return name ? plainName(token) : std::string{token.raw};
}

bool isName(const SqliteToken& token, std::string_view name) {
    return (token.kind == Kind::Word || token.kind == Kind::Name) && plainName(token) == name;
}

// Behind the table and the columns that a REFERENCES at `at` names.
std::size_t behindReference(const std::vector<SqliteToken>& tokens, std::size_t at) {
    at += 2;
    if (at < tokens.size() && isSign(tokens[at], '(')) {
        while (at < tokens.size() && !isSign(tokens[at], ')')) {
            ++at;
        }
    }
    return at;
}

}  // namespace

std::vector<SqliteToken> sqliteTokens(std::string_view sql) {
    std::vector<SqliteToken> tokens;
    for (std::size_t at = sql.find_first_not_of(kBlank); at < sql.size();
         at = sql.find_first_not_of(kBlank, at)) {
        const auto [kind, end] = tokenAt(sql, at);
        tokens.push_back({kind, sql.substr(at, end - at)});
        at = end;
    }
    return tokens;
}

std::string nameAsWritten(const SqliteToken& token) {
    return token.kind == Kind::Name ? unquoted(token.raw) : std::string{token.raw};
}

std::string plainName(const SqliteToken& token) { return lowerCase(nameAsWritten(token)); }

bool isWord(const SqliteToken& token, std::string_view keyword) {
    return token.kind == Kind::Word && lowerCase(token.raw) == keyword;
}

bool isSign(const SqliteToken& token, char sign) {
    return token.kind == Kind::Sign && token.raw.front() == sign;
}

std::string normalText(std::string_view sql) {
    std::string out;
    for (const SqliteToken& token : sqliteTokens(sql)) {
        if (token.kind != Kind::Comment) {
            out += (out.empty() ? "" : " ") + normalToken(token);
        }
    }
    return out;
}

bool namesColumn(std::string_view sql, std::string_view column) {
    const std::vector<SqliteToken> tokens = sqliteTokens(sql);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (isWord(tokens[i], "references")) {
            i = behindReference(tokens, i);
            continue;
        }
        const bool function = i + 1 < tokens.size() && isSign(tokens[i + 1], '(');
        if (!function && isName(tokens[i], column)) {
            return true;
        }
    }
    return false;
}

bool holdsName(std::string_view sql, std::string_view name) {
    const std::vector<SqliteToken> tokens = sqliteTokens(sql);
    return std::any_of(tokens.begin(), tokens.end(), [name](const SqliteToken& token) {
        return isName(token, name);
    });
}

bool holdsDoubleQuoted(std::string_view sql, std::string_view name) {
    const std::vector<SqliteToken> tokens = sqliteTokens(sql);
    return std::any_of(tokens.begin(), tokens.end(), [name](const SqliteToken& token) {
        return token.raw.front() == '"' && isName(token, name);
    });
}

}  // namespace godwit::detail
