#include "postgresql/texts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sql/block.hpp"

namespace godwit::detail {

namespace {

// Where a parameter's default begins, or its end.
std::size_t beginOfDefault(std::string_view parameter) {
    std::size_t at = parameter.find('=');
    const std::string lower = lowerCase(parameter);
    for (std::size_t word = lower.find("default"); word != std::string::npos;
         word = lower.find("default", word + 1)) {
        const bool begins = word > 0 && (lower[word - 1] == ' ' || lower[word - 1] == '\n');
        const std::size_t end = word + 7;
        if (begins && (end == lower.size() || lower[end] == ' ' || lower[end] == '\n')) {
            at = std::min(at, word);
        }
    }
    std::string_view kept = parameter.substr(0, at);
    while (!kept.empty() && (kept.back() == ' ' || kept.back() == ':')) {
        kept.remove_suffix(1);
    }
    return kept.size();
}

// The end of the quoted text, or of the single character, that begins at `at`.
std::size_t endOfPart(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (first != '\'' && first != '"') {
        return at + 1;
    }
    const std::size_t end = text.find(first, at + 1);
    return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

std::string dollarQuoted(std::string_view text) {
    std::string tag = "$godwit$";
    for (int i = 1; text.find(tag.substr(0, tag.size() - 1)) != std::string_view::npos; ++i) {
        tag = fmt::format("$godwit{}$", i);
    }
    return fmt::format("{}{}{}", tag, text, tag);
}

std::string parametersWithoutDefaults(std::string_view parameters) {
    std::string out;
    int depth = 0;
    std::size_t begin = 0;
    const auto keep = [&](std::size_t end) {
        const std::string_view parameter = parameters.substr(begin, end - begin);
        out += parameter.substr(0, beginOfDefault(parameter));
    };
    for (std::size_t at = 0; at < parameters.size();) {
        const char c = parameters[at];
        const std::size_t next = endOfPart(parameters, at);
        if (c == '(' && ++depth == 1) {
            out += c;
            begin = next;
        } else if ((c == ',' && depth == 1) || (c == ')' && --depth == 0)) {
            keep(at);
            out += c;
            begin = next;
        }
        at = next;
    }
    return out;
}

std::string inCurrentSchema(std::string_view alter, const Dialect& dialect) {
    std::string format;
    for (const char c : alter) {
        format.append(c == '%' ? 2 : 1, c);
    }
    return "DO " + dollarQuoted(fmt::format("BEGIN EXECUTE format({}, current_schema()); END",
                                            dialect.literal(format + "%I")));
}

// https://www.postgresql.org/docs/current/plpgsql-trigger.html
std::string triggerSource(std::string_view body, bool forEachRow) {
    if (isBlock(body) || startsWithWord(body, "declare")) {
        return fmt::format("\n{}\n", body);
    }
    const Words words = wordsOf(body);
    const bool returns =
        std::find(words.bare.begin(), words.bare.end(), "return") != words.bare.end();
    const std::string_view row = forEachRow ? "RETURN COALESCE(NEW, OLD);" : "RETURN NULL;";
    return fmt::format("\nBEGIN\n    {}{}{}\nEND\n",
                       statementsOfBody(body, DatabaseKind::PostgreSQL),
                       returns ? "" : "\n    ",
                       returns ? "" : row);
}

}  // namespace godwit::detail
