#include <cstddef>
#include <string_view>

#include "database/support/catalog.hpp"

// SQLite keeps the text of each CREATE statement. A table's text is taken apart, so that a change
// of one column is a change of one line.

namespace godwit::test {

namespace {

constexpr const char* kSchema =
    "SELECT type, name, tbl_name, sql FROM sqlite_schema "
    "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND tbl_name NOT LIKE 'godwit\\_%' ESCAPE '\\'";

// The end of the quoted text, comment or single character that begins at `at`.
std::size_t endOfToken(std::string_view sql, std::size_t at) {
    const char first = sql[at];
    const std::string_view two = sql.substr(at, 2);
    std::size_t end = std::string_view::npos;
    if (two == "/*") {
        end = sql.find("*/", at + 2);
        return end == std::string_view::npos ? sql.size() : end + 2;
    }
    if (two == "--") {
        end = sql.find('\n', at);
        return end == std::string_view::npos ? sql.size() : end;
    }
    if (first != '\'' && first != '"' && first != '`' && first != '[') {
        return at + 1;
    }
    end = sql.find(first == '[' ? ']' : first, at + 1);
    if (end == std::string_view::npos) {
        return sql.size();
    }
    const bool doubled = first != '[' && sql.substr(end + 1, 1) == sql.substr(at, 1);
    return doubled ? endOfToken(sql, end + 1) : end + 1;
}

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Blanks between words become one, those at the ends go.
std::string withoutLayout(std::string_view sql) {
    std::string out;
    for (std::size_t at = 0; at < sql.size();) {
        if (isBlank(sql[at])) {
            ++at;
            if (!out.empty() && !isBlank(out.back())) {
                out += ' ';
            }
            continue;
        }
        const std::size_t end = endOfToken(sql, at);
        out += sql.substr(at, end - at);
        at = end;
    }
    while (!out.empty() && isBlank(out.back())) {
        out.pop_back();
    }
    return out;
}

struct TakenApart {
    std::vector<std::string> definitions;  ///< What stands between the outer parentheses.
    std::string options;                   ///< What follows them.
};

TakenApart takenApart(std::string_view sql) {
    TakenApart out;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < sql.size();) {
        const char c = sql[at];
        const std::size_t end = endOfToken(sql, at);
        if (c == '(' && ++depth == 1) {
            begin = end;
        } else if (depth == 1 && (c == ',' || c == ')')) {
            out.definitions.push_back(withoutLayout(sql.substr(begin, at - begin)));
            begin = end;
        }
        if (c == ')' && --depth == 0) {
            out.options = withoutLayout(sql.substr(end));
            break;
        }
        at = end;
    }
    return out;
}

std::string firstWord(const std::string& definition) {
    const bool quoted = definition.find_first_of("\"'`[") == 0;
    return definition.substr(0,
                             quoted ? endOfToken(definition, 0) : definition.find_first_of(" ("));
}

bool isConstraint(const std::string& word) {
    for (const char* keyword : {"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"}) {
        if (word == keyword) {
            return true;
        }
    }
    return false;
}

std::string unquoted(const std::string& word) {
    return word.find_first_of("\"'`[") == 0 ? word.substr(1, word.size() - 2) : word;
}

void addTable(std::vector<std::string>& lines, const std::string& name, std::string_view sql) {
    TakenApart parts = takenApart(sql);
    std::string note;
    if (!parts.definitions.empty() && parts.definitions.front().starts_with("/*")) {
        // The comment of the table, in front of its first column.
        std::string& first = parts.definitions.front();
        const std::size_t end = endOfToken(first, 0);
        note = " " + first.substr(0, end);
        first = withoutLayout(std::string_view(first).substr(end));
    }
    lines.push_back("table " + name + ": " + parts.options + note);
    std::string order;
    for (const std::string& definition : parts.definitions) {
        const std::string word = firstWord(definition);
        if (isConstraint(word)) {
            lines.push_back("constraint " + name + ": " + definition);
            continue;
        }
        order += (order.empty() ? "" : ", ") + unquoted(word);
        lines.push_back("column " + name + "." + unquoted(word) + ":" +
                        definition.substr(word.size()));
    }
    lines.push_back("order " + name + ": " + order);
}

}  // namespace

std::vector<std::string> sqliteCatalog(Connection& connection) {
    std::vector<std::string> lines;
    for (const auto& row : connection.query(kSchema).values) {
        const std::string type = row[0].value_or("");
        const std::string name = row[1].value_or("");
        const std::string sql = row[3].value_or("");
        if (type == "table" && !sql.starts_with("CREATE VIRTUAL")) {
            addTable(lines, name, sql);
        } else {
            lines.push_back(type + " " + (type == "table" ? "" : row[2].value_or("") + ".") + name +
                            ": " + withoutLayout(sql));
        }
    }
    return lines;
}

}  // namespace godwit::test
