#include "sql/block.hpp"

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

}  // namespace

bool startsWithWord(std::string_view text, std::string_view word) {
    const std::string lower = lowerCase(trimmed(text));
    return lower.starts_with(word) && (lower.size() == word.size() ||
                                       kBlanks.find(lower[word.size()]) != std::string_view::npos);
}

bool isBlock(std::string_view body) { return startsWithWord(body, "begin"); }

std::string statementsOfBody(std::string_view body) {
    const std::string_view text = trimmed(body);
    return std::string{text} + (text.ends_with(';') ? "" : ";");
}

std::string blockOf(std::string_view body) {
    std::string_view text = trimmed(body);
    if (!isBlock(text)) {
        return fmt::format("BEGIN\n    {}\nEND", statementsOfBody(text));
    }
    if (text.ends_with(';')) {
        text.remove_suffix(1);
    }
    return std::string{text};
}

}  // namespace godwit::detail
