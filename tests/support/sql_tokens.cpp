#include "support/sql_tokens.hpp"

#include <algorithm>
#include <cstddef>

namespace godwit::test {

namespace {

using Kind = SqlToken::Kind;

bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80U;
}

class Lexer {
public:
    Lexer(std::string_view sql, SqlRules rules) : sql_(sql), rules_(rules) {}

    std::optional<std::vector<SqlToken>> read() {
        while (at_ < sql_.size()) {
            if (isBlank(sql_[at_])) {
                ++at_;
            } else if (!readToken()) {
                return std::nullopt;
            }
        }
        return std::move(tokens_);
    }

private:
    bool postgresql() const {
        return rules_ == SqlRules::Postgresql || rules_ == SqlRules::PostgresqlWithBackslashes;
    }
    bool starts(std::string_view text) const { return sql_.substr(at_).starts_with(text); }

    bool readToken() {
        const char c = sql_[at_];
        if (c == '\'') {
            return readQuoted(
                Kind::Text,
                rules_ == SqlRules::Mysql || rules_ == SqlRules::PostgresqlWithBackslashes);
        }
        if (c == '"') {
            return rules_ == SqlRules::Mysql ? readQuoted(Kind::Text, true)
                                             : readQuoted(Kind::Name, false);
        }
        if (c == '`' && !postgresql()) {
            return readQuoted(Kind::Name, false);
        }
        if (c == '[' && rules_ == SqlRules::Sqlite) {
            return readUpTo(Kind::Name, 1, "]", true);
        }
        if (startsLineComment()) {
            return readUpTo(Kind::Comment, 2, "\n", false);
        }
        if (starts("/*") && !startsHiddenStatement()) {
            return readComment();
        }
        if (isWordPart(c)) {
            return readWord();
        }
        tokens_.push_back({Kind::Symbol, std::string(1, c)});
        ++at_;
        return true;
    }

    // https://dev.mysql.com/doc/refman/8.4/en/comments.html
    bool startsLineComment() const {
        if (rules_ != SqlRules::Mysql) {
            return starts("--");
        }
        const bool blankFollows = at_ + 2 >= sql_.size() || isBlank(sql_[at_ + 2]);
        return starts("#") || (starts("--") && blankFollows);
    }
    bool startsHiddenStatement() const {
        return rules_ == SqlRules::Mysql && (starts("/*!") || starts("/*M!"));
    }

    // Up to `quote` once more; doubled it is one.
    bool readQuoted(Kind kind, bool backslashEscapes) {
        const char quote = sql_[at_];
        std::string text;
        for (std::size_t i = at_ + 1; i < sql_.size(); ++i) {
            if (sql_[i] == '\\' && backslashEscapes) {
                if (++i == sql_.size()) {
                    return false;
                }
                text += escaped(sql_[i]);
            } else if (sql_[i] != quote) {
                text += sql_[i];
            } else if (i + 1 < sql_.size() && sql_[i + 1] == quote) {
                text += quote;
                ++i;
            } else {
                tokens_.push_back({kind, std::move(text)});
                at_ = i + 1;
                return true;
            }
        }
        return false;
    }

    // https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
    std::string escaped(char c) const {
        switch (c) {
        case 'b':
            return "\b";
        case 'n':
            return "\n";
        case 'r':
            return "\r";
        case 't':
            return "\t";
        case 'f':
            return postgresql() ? "\f" : "f";
        case '0':
            return {'\0'};
        case 'Z':
            return postgresql() ? "Z" : "\x1a";
        case '%':
        case '_':
            return postgresql() ? std::string(1, c) : std::string{'\\', c};
        default:
            return std::string(1, c);
        }
    }

    bool readUpTo(Kind kind, std::size_t skip, std::string_view end, bool needsEnd) {
        const std::size_t found = sql_.find(end, at_ + skip);
        if (found == std::string_view::npos && needsEnd) {
            return false;
        }
        const std::size_t stop = std::min(found, sql_.size());
        tokens_.push_back({kind, std::string(sql_.substr(at_ + skip, stop - at_ - skip))});
        at_ = std::min(stop + end.size(), sql_.size());
        return true;
    }

    // Those of PostgreSQL may hold others.
    bool readComment() {
        int depth = 1;
        for (std::size_t i = at_ + 2; i + 1 < sql_.size(); ++i) {
            const std::string_view two = sql_.substr(i, 2);
            if (two == "/*" && postgresql()) {
                ++depth;
                ++i;
            } else if (two == "*/" && --depth == 0) {
                tokens_.push_back({Kind::Comment, std::string(sql_.substr(at_ + 2, i - at_ - 2))});
                at_ = i + 2;
                return true;
            } else if (two == "*/") {
                ++i;
            }
        }
        return false;
    }

    bool readWord() {
        const std::size_t begin = at_;
        if (sql_[at_] == '$' && postgresql()) {
            return readDollarQuoted();
        }
        while (at_ < sql_.size() && isWordPart(sql_[at_])) {
            ++at_;
        }
        const std::string_view word = sql_.substr(begin, at_ - begin);
        if (postgresql() && (word == "E" || word == "e") && starts("'")) {
            return readQuoted(Kind::Text, true);
        }
        tokens_.push_back({Kind::Word, std::string(word)});
        return true;
    }

    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
    bool readDollarQuoted() {
        std::size_t end = at_ + 1;
        while (end < sql_.size() && isWordPart(sql_[end]) && sql_[end] != '$') {
            ++end;
        }
        if (end == sql_.size() || sql_[end] != '$') {
            tokens_.push_back({Kind::Symbol, "$"});
            ++at_;
            return true;
        }
        const std::string quote(sql_.substr(at_, end + 1 - at_));
        return readUpTo(Kind::Text, quote.size(), quote, true);
    }

    std::string_view sql_;
    SqlRules rules_;
    std::size_t at_ = 0;
    std::vector<SqlToken> tokens_;
};

}  // namespace

std::optional<std::vector<SqlToken>> tokensOf(std::string_view sql, SqlRules rules) {
    return Lexer{sql, rules}.read();
}

}  // namespace godwit::test
