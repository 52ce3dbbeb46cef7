#include "model/signatures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "model/sql_words.hpp"

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

// The parameters between the outer parentheses, as written.
std::vector<std::string_view> parametersIn(std::string_view text) {
    std::vector<std::string_view> out;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const std::size_t next = endOfPart(text, at);
        if (c == '(' && ++depth == 1) {
            begin = next;
        } else if ((c == ',' && depth == 1) || (c == ')' && --depth == 0)) {
            out.push_back(text.substr(begin, at - begin));
            begin = next;
        }
        at = next;
    }
    return out;
}

// A parameter's words, a name in quotes being one. What stands in parentheses behind a type, how
// long or precise it is, tells no functions apart.
// https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-OVERLOADING
std::vector<std::string> wordsOfParameter(std::string_view text) {
    std::vector<std::string> words;
    int depth = 0;
    bool begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const std::size_t next = endOfPart(text, at);
        depth += c == '(' ? 1 : 0;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            begins = true;
        } else if (depth == 0) {
            if (words.empty() || (begins && c != '[')) {
                words.emplace_back();
            }
            const std::string_view part = text.substr(at, next - at);
            words.back() += c == '"' ? std::string{part} : lowerCase(part);
            begins = false;
        }
        depth -= c == ')' ? 1 : 0;
        at = next;
    }
    return words;
}

bool isMode(const std::string& word) {
    return word == "in" || word == "out" || word == "inout" || word == "variadic";
}

// https://www.postgresql.org/docs/current/datatype.html
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kTypeNames = {
    {{"int", "integer"},
     {"int2", "smallint"},
     {"int4", "integer"},
     {"int8", "bigint"},
     {"float4", "real"},
     {"float8", "double precision"},
     {"float", "double precision"},
     {"double precision", "double precision"},
     {"bool", "boolean"},
     {"decimal", "numeric"},
     {"dec", "numeric"},
     {"varchar", "character varying"},
     {"char varying", "character varying"},
     {"character varying", "character varying"},
     {"char", "character"},
     {"bpchar", "character"},
     {"bit varying", "bit varying"},
     {"varbit", "bit varying"},
     {"timestamptz", "timestamp with time zone"},
     {"timestamp with time zone", "timestamp with time zone"},
     {"timestamp without time zone", "timestamp"},
     {"timetz", "time with time zone"},
     {"time with time zone", "time with time zone"},
     {"time without time zone", "time"}}};

struct NameAndType {
    std::string name;
    std::string type;
};

// The last words are a type; what stands before them is the parameter's name.
NameAndType nameAndTypeIn(std::vector<std::string> words) {
    std::string& last = words.back();
    const std::size_t quote = last.rfind('"');
    const std::size_t bracket = last.find('[', quote == std::string::npos ? 0 : quote);
    const bool array = bracket != std::string::npos;
    last = last.substr(0, bracket);
    const std::string all = fmt::format(" {}", fmt::join(words, " "));
    std::string type = last;
    std::size_t length = last.size();
    for (const auto& [spelling, name] : kTypeNames) {
        if (all.ends_with(" " + std::string{spelling})) {
            type = name;
            length = spelling.size();
        }
    }
    return {all.substr(0, all.size() - length), type + (array ? "[]" : "")};
}

}  // namespace

std::string parametersWithoutDefaults(std::string_view parameters) {
    std::vector<std::string_view> kept;
    for (const std::string_view parameter : parametersIn(parameters)) {
        kept.push_back(parameter.substr(0, beginOfDefault(parameter)));
    }
    return parameters.empty() ? std::string{} : fmt::format("({})", fmt::join(kept, ","));
}

std::vector<std::string> parameterTypes(std::string_view parameters) {
    std::vector<std::string> types;
    for (const std::string_view parameter : parametersIn(parameters)) {
        std::vector<std::string> words =
            wordsOfParameter(parameter.substr(0, beginOfDefault(parameter)));
        // It may stand before the name or behind it.
        const auto mode = std::find_if(words.begin(), words.end(), isMode);
        const bool comesOut = mode != words.end() && *mode == "out";
        if (mode != words.end()) {
            words.erase(mode);
        }
        if (!words.empty() && !comesOut) {
            types.push_back(nameAndTypeIn(std::move(words)).type);
        }
    }
    return types;
}

bool areSameParameters(std::string_view a, std::string_view b) {
    const auto plain = [](std::string_view parameters) {
        std::vector<std::string> out;
        for (const std::string_view parameter : parametersIn(parameters)) {
            const std::size_t end = beginOfDefault(parameter);
            const std::vector<std::string> words = wordsOfParameter(parameter.substr(0, end));
            if (!words.empty()) {
                const auto [name, type] = nameAndTypeIn(words);
                out.push_back(fmt::format("{} {} {}", name, type, parameter.substr(end)));
            }
        }
        return out;
    };
    return plain(a) == plain(b);
}

}  // namespace godwit::detail
