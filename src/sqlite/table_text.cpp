#include <algorithm>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "sqlite/table_text.hpp"
#include "sqlite/tokens.hpp"

namespace godwit::detail {

namespace {

using Tokens = std::vector<SqliteToken>;
using Kind = SqliteToken::Kind;

constexpr std::string_view kWhite = " \t\n\f\r";

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kWhite);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(first, text.find_last_not_of(kWhite) - first + 1)};
}

std::size_t beginOf(std::string_view sql, const SqliteToken& token) {
    return static_cast<std::size_t>(token.raw.data() - sql.data());
}

std::size_t endOf(std::string_view sql, const SqliteToken& token) {
    return beginOf(sql, token) + token.raw.size();
}

Tokens withoutComments(Tokens tokens) {
    std::erase_if(tokens, [](const SqliteToken& token) { return token.kind == Kind::Comment; });
    return tokens;
}

bool isAnyWord(const SqliteToken& token, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&token](std::string_view word) {
        return isWord(token, word);
    });
}

int depthChange(const SqliteToken& token) {
    return isSign(token, '(') ? 1 : isSign(token, ')') ? -1 : 0;
}

bool isConstraint(std::string_view definition) {
    const Tokens tokens = withoutComments(sqliteTokens(definition));
    return !tokens.empty() &&
           isAnyWord(tokens.front(), {"constraint", "primary", "unique", "check", "foreign"});
}

// Between the commas that stand outside of all parentheses.
std::vector<std::string> definitionsIn(std::string_view body) {
    std::vector<std::string> definitions;
    int depth = 0;
    std::size_t start = 0;
    for (const SqliteToken& token : sqliteTokens(body)) {
        depth += depthChange(token);
        if (depth == 0 && isSign(token, ',')) {
            definitions.push_back(trimmed(body.substr(start, beginOf(body, token) - start)));
            start = endOf(body, token);
        }
    }
    definitions.push_back(trimmed(body.substr(start)));
    return definitions;
}

// Takes the comment that the body begins with.
std::string takeNote(std::string_view& body) {
    const Tokens tokens = sqliteTokens(body);
    if (tokens.empty() || !tokens.front().raw.starts_with("/*")) {
        return {};
    }
    const std::string note{tokens.front().raw};
    body.remove_prefix(endOf(body, tokens.front()));
    return note;
}

// True when tokens[i] begins a clause of a column.
// https://www.sqlite.org/syntax/column-constraint.html
bool startsClause(const Tokens& tokens, std::size_t i) {
    const auto follows = [&](std::initializer_list<std::string_view> words) {
        return i > 0 && isAnyWord(tokens[i - 1], words);
    };
    const SqliteToken& token = tokens[i];
    const bool named = (i > 1 && isWord(tokens[i - 2], "constraint")) || follows({"constraint"});
    if (named || follows({"set"})) {
        return false;
    }
    if (isWord(token, "null")) {
        return !follows({"not", "default"});
    }
    if (isWord(token, "not")) {
        return i + 1 == tokens.size() || !isWord(tokens[i + 1], "deferrable");
    }
    if (isWord(token, "as")) {
        return !follows({"always"});
    }
    return isAnyWord(token,
                     {"constraint",
                      "primary",
                      "unique",
                      "check",
                      "default",
                      "collate",
                      "references",
                      "generated"});
}

// A line comment at the end would swallow the comma behind it.
std::string closed(const std::string& definition) {
    const Tokens tokens = sqliteTokens(definition);
    const bool open = !tokens.empty() && tokens.back().raw.starts_with("--");
    return open ? definition + "\n" : definition;
}

bool holdsWord(std::string_view sql, std::string_view word) {
    const Tokens tokens = sqliteTokens(sql);
    return std::any_of(tokens.begin(), tokens.end(), [word](const SqliteToken& token) {
        return isWord(token, word);
    });
}

SqliteToken nameToken(std::string_view definition) {
    return withoutComments(sqliteTokens(definition)).front();
}

}  // namespace

std::optional<TableText> readTable(std::string_view sql) {
    const Tokens tokens = sqliteTokens(sql);
    const Tokens words = withoutComments(tokens);
    if (words.size() < 2 || !isWord(words[0], "create") || !isWord(words[1], "table")) {
        return std::nullopt;
    }
    const auto open = std::find_if(tokens.begin(), tokens.end(), [](const SqliteToken& token) {
        return isSign(token, '(');
    });
    int depth = 0;
    const auto close = std::find_if(open, tokens.end(), [&depth](const SqliteToken& token) {
        depth += depthChange(token);
        return depth == 0;
    });
    if (close == tokens.end()) {
        return std::nullopt;
    }
    std::string_view body = sql.substr(endOf(sql, *open), beginOf(sql, *close) - endOf(sql, *open));
    TableText table{.note = takeNote(body),
                    .columns = {},
                    .constraints = {},
                    .options = trimmed(sql.substr(endOf(sql, *close)))};
    for (std::string& definition : definitionsIn(body)) {
        (isConstraint(definition) ? table.constraints : table.columns)
            .push_back(std::move(definition));
    }
    return table;
}

TableText writtenTable(std::string_view sql) {
    std::optional<TableText> table = readTable(sql);
    if (!table) {
        throw UsageError(ErrorCode::BadArgument,
                         {fmt::format("a check, an expression or a default of the migrations ends "
                                      "inside quotes, a comment or parentheses: {}",
                                      sql),
                          "Nothing has run.",
                          "close what it opens, and nothing else"});
    }
    return *std::move(table);
}

std::string createTableText(const TableText& table, std::string_view name) {
    std::vector<std::string> lines;
    for (const std::string& column : table.columns) {
        lines.push_back(closed(column));
    }
    for (const std::string& constraint : table.constraints) {
        lines.push_back(closed(constraint));
    }
    return fmt::format("CREATE TABLE {} ({}{}\n    {}\n){}{}",
                       name,
                       table.note.empty() ? "" : " ",
                       table.note,
                       fmt::join(lines, ",\n    "),
                       table.options.empty() ? "" : " ",
                       table.options);
}

ColumnText readColumn(std::string_view definition) {
    const Tokens tokens = withoutComments(sqliteTokens(definition));
    ColumnText column;
    std::size_t at = 1;
    const auto until = [&](std::size_t end) {
        const std::size_t from = beginOf(definition, tokens[at]);
        const std::size_t to =
            end == tokens.size() ? definition.size() : beginOf(definition, tokens[end]);
        at = end;
        return trimmed(definition.substr(from, to - from));
    };
    const auto nextClause = [&](std::size_t from) {
        int depth = 0;
        for (; from < tokens.size(); ++from) {
            if (depth == 0 && startsClause(tokens, from)) {
                break;
            }
            depth += depthChange(tokens[from]);
        }
        return from;
    };
    column.head = trimmed(
        tokens.size() == 1 ? definition : definition.substr(0, beginOf(definition, tokens[1])));
    if (at < tokens.size() && !startsClause(tokens, at)) {
        column.type = until(nextClause(at));
    }
    while (at < tokens.size()) {
        column.clauses.push_back(until(nextClause(at + 1)));
    }
    return column;
}

std::string columnText(const ColumnText& column) {
    std::string text = column.head;
    const auto append = [&text](const std::string& part) {
        if (!part.empty()) {
            text = closed(text) + " " + part;
        }
    };
    append(column.type);
    for (const std::string& clause : column.clauses) {
        append(clause);
    }
    return text;
}

std::string columnNameOf(std::string_view definition) { return plainName(nameToken(definition)); }

std::string columnNameAsWritten(std::string_view definition) {
    return nameAsWritten(nameToken(definition));
}

const std::string* findColumnText(const TableText& table, std::string_view name) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [name](const std::string& column) {
            return columnNameOf(column) == name;
        });
    return found == table.columns.end() ? nullptr : &*found;
}

bool isComputedColumn(std::string_view definition) {
    const ColumnText column = readColumn(definition);
    return std::any_of(column.clauses.begin(), column.clauses.end(), [](const std::string& clause) {
        const std::string content = contentOf(clause);
        return content.starts_with("generated ") || content.starts_with("as ");
    });
}

bool countsUp(const TableText& table) {
    return std::any_of(table.columns.begin(), table.columns.end(), [](const std::string& column) {
        return holdsWord(column, "autoincrement");
    });
}

bool isWithoutRowid(const TableText& table) { return holdsWord(table.options, "rowid"); }

std::string constraintNameOf(std::string_view clause) {
    const Tokens tokens = withoutComments(sqliteTokens(clause));
    return tokens.size() > 1 && isWord(tokens[0], "constraint") ? plainName(tokens[1])
                                                                : std::string{};
}

std::string contentOf(std::string_view clause) {
    const Tokens tokens = withoutComments(sqliteTokens(clause));
    if (tokens.size() > 1 && isWord(tokens[0], "constraint")) {
        clause.remove_prefix(endOf(clause, tokens[1]));
    }
    return normalText(clause);
}

}  // namespace godwit::detail
