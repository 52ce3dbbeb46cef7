#include "sql/block.hpp"

#include <fmt/format.h>

#include "model/sql_parts.hpp"
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

bool isBlock(std::string_view body) {
    constexpr std::string_view kBegin = "begin";
    const std::string lower = lowerCase(body);
    return lower.starts_with(kBegin) &&
           (lower.size() == kBegin.size() ||
            kBlanks.find(lower[kBegin.size()]) != std::string_view::npos);
}

}  // namespace

std::string statementsOfBody(std::string_view body, DatabaseKind kind) {
    std::string text{trimmed(body)};
    const std::size_t end = endOfSql(text, kind);
    if (end == 0 || text[end - 1] != ';') {
        text.insert(end, ";");
    }
    return text;
}

std::string blockOf(std::string_view body, DatabaseKind kind) {
    const std::string_view text = trimmed(body);
    if (!isBlock(text)) {
        return fmt::format("BEGIN\n    {}\nEND", statementsOfBody(text, kind));
    }
    std::string block = withoutSemicolon(text, kind);
    block.append(endOfSql(block, kind) < block.size() ? 1 : 0, '\n');
    return block;
}

std::string withoutSemicolon(std::string_view text, DatabaseKind kind) {
    std::string out{text};
    for (std::size_t end = endOfSql(out, kind); end > 0 && out[end - 1] == ';';
         end = endOfSql(out, kind)) {
        out.erase(end - 1, 1);
    }
    return out;
}

}  // namespace godwit::detail
