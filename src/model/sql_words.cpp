#include <algorithm>

#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Bytes above ASCII belong to names.
bool isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool startsNumber(std::string_view sql) {
    return isDigit(sql[0]) || (sql[0] == '.' && sql.size() > 1 && isDigit(sql[1]));
}

class Reader {
public:
    Reader(std::string_view sql, bool backslashEscapes, bool hashComments)
        : rest_(sql), backslashEscapes_(backslashEscapes), hashComments_(hashComments) {}

    Words read() {
        while (!rest_.empty()) {
            step();
        }
        return std::move(words_);
    }

private:
    void step() {
        const char first = rest_.front();
        if (first == '\'') {
            words_.texts.push_back(takeQuoted(first));
        } else if (first == '"' || first == '`') {
            words_.quoted.push_back(lowerCase(takeQuoted(first)));
        } else if (rest_.substr(0, 2) == "--" || (first == '#' && hashComments_)) {
            skipPast("\n");
        } else if (rest_.substr(0, 2) == "/*" && rest_.substr(0, 3) != "/*!") {
            skipPast("*/");
        } else if (first == '$') {
            takeDollarQuote();
        } else if (startsNumber(rest_)) {
            words_.numbers.emplace_back(
                takeWhile([](char c) { return isNamePart(c) || c == '.'; }));
        } else if (isNamePart(first)) {
            words_.bare.push_back(lowerCase(takeName()));
        } else {
            rest_.remove_prefix(1);
        }
    }

    // Doubled quotes are one.
    std::string takeQuoted(char quote) {
        std::string out;
        std::size_t at = 1;
        for (; at < rest_.size(); ++at) {
            if (rest_[at] == '\\' && backslashEscapes_) {
                ++at;
            } else if (rest_[at] == quote) {
                if (at + 1 == rest_.size() || rest_[at + 1] != quote) {
                    break;
                }
                ++at;
            }
            if (at < rest_.size()) {
                out += rest_[at];
            }
        }
        rest_.remove_prefix(std::min(at + 1, rest_.size()));
        return out;
    }

    // "$$" or "$body$", of PostgreSQL: what it quotes is SQL here.
    void takeDollarQuote() {
        const auto end = std::find_if(rest_.begin() + 1, rest_.end(), [](char c) {
            return c == '$' || !isNamePart(c);
        });
        const bool closed = end != rest_.end() && *end == '$';
        const auto size = static_cast<std::size_t>(end - rest_.begin()) + 1;
        if (closed) {
            dollarQuote_ = rest_.substr(0, size);
        }
        rest_.remove_prefix(closed ? size : 1);
    }

    // Right behind the last word of such a text its end may stand.
    std::string_view takeName() {
        const std::string_view name = rest_;
        const std::string_view taken = takeWhile(isNamePart);
        const std::size_t end = dollarQuote_.empty() ? taken.size() : taken.find(dollarQuote_);
        if (end >= taken.size()) {
            return taken;
        }
        rest_ = name.substr(end + dollarQuote_.size());
        return taken.substr(0, end);
    }

    template <class Belongs>
    std::string_view takeWhile(Belongs belongs) {
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
        const auto size = static_cast<std::size_t>(end - rest_.begin());
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    void skipPast(std::string_view end) {
        const std::size_t found = rest_.find(end);
        rest_.remove_prefix(found == std::string_view::npos ? rest_.size() : found + end.size());
    }

    std::string_view rest_;
    bool backslashEscapes_;
    bool hashComments_;
    std::string_view dollarQuote_;
    Words words_;
};

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// A list is one text to some servers: '{open,lost}' an array, '["open", "lost"]' JSON, 'open,lost'
// a set.
bool isOrLists(std::string_view text, std::string_view value) {
    if (text == value) {
        return true;
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("{}[],\""), text.size());
        if (withoutBlanks(text.substr(0, end)) == value) {
            return true;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

}  // namespace

// On MySQL and MariaDB alone a backslash escapes a quote and # begins a comment; where one of them
// occurs, both readings count. https://dev.mysql.com/doc/refman/8.4/en/comments.html
Words wordsOf(std::string_view sql) {
    Words words = Reader{sql, false, false}.read();
    if (sql.find_first_of("\\#") != std::string_view::npos) {
        const Words other = Reader{sql, true, true}.read();
        const auto append = [](auto& to, const auto& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(words.quoted, other.quoted);
        append(words.bare, other.bare);
        append(words.numbers, other.numbers);
        append(words.texts, other.texts);
    }
    return words;
}

bool mentions(const Words& words, std::string_view name) {
    const std::string word = lowerCase(name);
    return contains(words.quoted, word) || contains(words.bare, word);
}

bool holdsText(const Words& words, std::string_view value) {
    return contains(words.quoted, lowerCase(value)) ||
           std::any_of(words.texts.begin(), words.texts.end(), [value](const std::string& text) {
               return isOrLists(text, value);
           });
}

bool takesAllColumns(std::string_view sql) {
    for (std::size_t star = sql.find('*'); star != sql.npos; star = sql.find('*', star + 1)) {
        const std::size_t last = sql.substr(0, star).find_last_not_of(" \t\r\n");
        if (last == sql.npos) {
            continue;
        }
        const std::size_t before = sql.substr(0, last + 1).find_last_of(" \t\r\n(,.");
        const std::string word = lowerCase(sql.substr(before + 1, last - before));
        if (word.empty() ? sql[last] != '('
                         : word == "select" || word == "distinct" || word == "all") {
            return true;
        }
    }
    return false;
}

std::string lowerCase(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

}  // namespace godwit::detail
