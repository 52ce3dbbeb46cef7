#include "postgresql/placeholders.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool isNamePart(char c) { return isNameStart(c) || isDigit(c) || c == '$'; }

// Reads a statement token by token; only where tokens end matters, not what they mean.
// https://www.postgresql.org/docs/current/sql-syntax-lexical.html
class Numbering {
public:
    Numbering(std::string_view sql, bool backslashEscapes)
        : rest_(sql), backslashEscapes_(backslashEscapes) {}

    NumberedSql run() {
        while (!rest_.empty()) {
            step();
        }
        return std::move(out_);
    }

private:
    void step() {
        const char first = rest_.front();
        if (first == '?') {
            questionMark();
        } else if (first == '\'') {
            take(quotedSize(backslashEscapes_));
        } else if (first == '"') {
            take(quotedSize(false));
        } else if (first == '$') {
            dollar();
        } else if (rest_.starts_with("--")) {
            take(rest_.find('\n'));
        } else if (rest_.starts_with("/*")) {
            take(commentSize());
        } else if (isNameStart(first)) {
            word();
        } else {
            take(1);
        }
    }

    // Copies so many bytes, at most all.
    void take(std::size_t size) {
        size = std::min(size, rest_.size());
        out_.sql += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }

    void questionMark() {
        const bool escaped = rest_.starts_with("??");
        rest_.remove_prefix(escaped ? 2 : 1);
        out_.sql += escaped ? "?" : fmt::format("${}", ++out_.count);
    }

    // A word, and the text that belongs to it when it is the E of E'...'.
    void word() {
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), isNamePart);
        const auto size = static_cast<std::size_t>(end - rest_.begin());
        const bool escapes = size == 1 && (rest_[0] == 'E' || rest_[0] == 'e');
        take(size);
        if (escapes && rest_.starts_with('\'')) {
            take(quotedSize(true));
        }
    }

    // Doubled quotes are two texts in a row.
    std::size_t quotedSize(bool escapes) const {
        std::size_t at = 1;
        while (at < rest_.size() && rest_[at] != rest_.front()) {
            at += escapes && rest_[at] == '\\' ? 2U : 1U;
        }
        return at + 1;
    }

    void dollar() {
        if (rest_.size() > 1 && isDigit(rest_[1])) {
            const std::size_t end =
                std::min(rest_.find_first_not_of("0123456789", 1), rest_.size());
            out_.stray = rest_.substr(0, end);
        }
        const std::string_view quote = dollarQuote();
        const std::size_t end = quote.empty() ? 0 : rest_.find(quote, quote.size());
        take(quote.empty() ? 1 : end == std::string_view::npos ? end : end + quote.size());
    }

    // $$ or $tag$; empty when none begins here.
    std::string_view dollarQuote() const {
        const std::size_t end = rest_.find('$', 1);
        if (end == std::string_view::npos) {
            return {};
        }
        const std::string_view tag = rest_.substr(1, end - 1);
        const bool plain = std::all_of(tag.begin(), tag.end(), isNamePart);
        return plain && (tag.empty() || !isDigit(tag.front())) ? rest_.substr(0, end + 1)
                                                               : std::string_view{};
    }

    // They nest.
    std::size_t commentSize() const {
        std::size_t depth = 0;
        std::size_t at = 0;
        while (at < rest_.size()) {
            const std::string_view two = rest_.substr(at, 2);
            if (two == "/*") {
                ++depth;
            } else if (two == "*/") {
                --depth;
            }
            at += two == "/*" || two == "*/" ? 2U : 1U;
            if (depth == 0) {
                break;
            }
        }
        return at;
    }

    std::string_view rest_;
    bool backslashEscapes_;
    NumberedSql out_;
};

}  // namespace

NumberedSql numberPlaceholders(std::string_view sql, bool backslashEscapes) {
    return Numbering(sql, backslashEscapes).run();
}

}  // namespace godwit::detail
