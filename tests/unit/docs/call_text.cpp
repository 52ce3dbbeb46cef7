#include "unit/docs/call_text.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "unit/docs/builder_calls.hpp"

namespace godwit::test {

namespace {

constexpr std::size_t kWidth = 92;
constexpr std::size_t kHead = 72;

bool isOfWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Blanks where lines ended, and texts that were cut in two, go.
std::string tidied(std::string_view code) {
    std::string text;
    bool quoted = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        const char before = text.empty() ? ' ' : text.back();
        const bool ofChain =
            at + 1 < code.size() && code[at + 1] == '.' && (before == ')' || isOfWord(before));
        if (!quoted && c == ' ' && (before == '(' || ofChain)) {
            continue;
        }
        if (!quoted && code.substr(at, 2) == " \"" && before == '"') {
            text.pop_back();
            quoted = true;
            ++at;
            continue;
        }
        quoted = quoted != (c == '"' && before != '\\');
        text += c;
    }
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != text.npos;
         at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

std::vector<std::string> statementsOf(std::string_view code) {
    std::vector<std::string> statements;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (std::string_view{"([{\""}.find(code[at]) != std::string_view::npos) {
            at = behindBracket(code, at) - 1;
        } else if (code[at] == ';') {
            statements.emplace_back(code.substr(begin, at - begin));
            begin = std::min(code.find_first_not_of(" ;", at), code.size());
            at = begin - 1;
        }
    }
    if (begin < code.size()) {
        statements.emplace_back(code.substr(begin));
    }
    return statements;
}

// What stands between commas of the first rank.
std::vector<std::string> partsOf(std::string_view list) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (std::string_view{"([{\""}.find(list[at]) != std::string_view::npos) {
            at = behindBracket(list, at) - 1;
        } else if (list[at] == ',') {
            parts.emplace_back(list.substr(begin, at - begin));
            begin = std::min(list.find_first_not_of(" ,", at), list.size());
        }
    }
    parts.emplace_back(list.substr(begin));
    return parts;
}

// A line for each database where all are too long for one.
std::string argumentLines(const std::string& argument, const std::string& indent) {
    if (!argument.starts_with("{.postgresql") || indent.size() + argument.size() <= kWidth) {
        return argument;
    }
    return fmt::format("{{{}", fmt::join(partsOf(argument.substr(1)), ",\n" + indent + " "));
}

// A line for each call of a chain, and where one is too long for each of its arguments.
std::string chainLines(const std::string& code, const std::string& indent) {
    const std::string deeper = indent + "    ";
    std::string lines = indent;
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t open = std::min(code.find('(', at), code.size());
        const std::size_t end = open == code.size() ? open : behindBracket(code, open);
        // The first call stays with what it is made of.
        lines += at == 0 ? "" : "\n" + deeper;
        if (deeper.size() + end - at <= kWidth) {
            lines += code.substr(at, end - at);
        } else {
            const std::string deepest = at == 0 ? deeper : deeper + "    ";
            std::vector<std::string> arguments =
                partsOf(std::string_view{code}.substr(open + 1, end - open - 2));
            std::transform(
                arguments.begin(),
                arguments.end(),
                arguments.begin(),
                [&deepest](const std::string& each) { return argumentLines(each, deepest); });
            lines += fmt::format("{}\n{}{})",
                                 code.substr(at, open + 1 - at),
                                 deepest,
                                 fmt::join(arguments, ",\n" + deepest));
        }
        at = end;
    }
    return lines + ";\n";
}

std::string indented(std::string_view code, const std::string& indent);

// One line where it fits; else a line for each call of a block or of a chain.
std::string statementLines(const std::string& code, const std::string& indent) {
    const std::string deeper = indent + "    ";
    const std::size_t block = code.find("& t) {");
    if (block != code.npos &&
        (indent.size() + code.size() > kWidth || statementsOf(code.substr(block + 6)).size() > 1)) {
        const std::size_t open = block + 5;
        const std::size_t end = behindBracket(code, open);
        return fmt::format("{}{}\n{}{}}}{};\n",
                           indent,
                           code.substr(0, open + 1),
                           indented(code.substr(open + 2, end - open - 4), deeper),
                           indent,
                           code.substr(end));
    }
    if (indent.size() + code.size() <= kWidth) {
        return fmt::format("{}{};\n", indent, code);
    }
    return chainLines(code, indent);
}

std::string indented(std::string_view code, const std::string& indent) {
    std::string lines;
    for (const std::string& statement : statementsOf(code)) {
        lines += statementLines(statement, indent);
    }
    return lines;
}

// The last statement, without its arguments when it is long: "t.foreignKey(…).references(…)".
std::string nameOf(std::string_view code) {
    const std::string last = statementsOf(code).back();
    if (last.size() <= kHead) {
        return last;
    }
    std::string name;
    for (std::size_t at = 0; at < last.size();) {
        const std::size_t open = std::min(last.find('(', at), last.size());
        name += last.substr(at, open - at);
        at = open == last.size() ? open : behindBracket(last, open);
        name += open == last.size() ? "" : at == open + 2 ? "()" : "(…)";
    }
    return name;
}

std::string trimmedLine(std::string line) {
    line.erase(0, line.find_first_not_of(' '));
    if (line.ends_with(',')) {
        line.pop_back();
    }
    return line;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// The statements, each with what a plan says of it.
std::string statementsSql(const std::vector<Statement>& statements) {
    std::string text;
    const Statement* before = nullptr;
    for (const Statement& statement : statements) {
        if (!statement.onlyIf.empty() &&
            (before == nullptr || !decidedTogether(*before, statement))) {
            text += fmt::format("-- only if this is true: {}\n", statement.onlyIf);
        }
        if (std::holds_alternative<action::CallData>(statement.action)) {
            text += statement.sql + "\n";  // A comment.
            continue;
        }
        if (!std::holds_alternative<action::SendSql>(statement.action) &&
            !std::holds_alternative<action::RebuildTable>(statement.action)) {
            text += fmt::format("-- {}\n", statement.operation);
        } else if (statement.outsideTransaction) {
            text += "-- outside of a transaction\n";
        }
        if (!statement.sql.empty()) {
            text += fmt::format("{};\n", textOf(statement));
        }
        if (statement.commitAfter) {
            text += "-- committed before what follows\n";
        }
        before = &statement;
    }
    return text;
}

// Of a new table only what the call has brought to its columns and keys.
std::string sqlInCreate(const std::vector<Statement>& statements, const Dialect& dialect) {
    const std::vector<std::string> base = linesOf(emptyReviews(dialect).front().sql);
    std::set<std::string> known;
    for (const std::string& line : base) {
        known.insert(trimmedLine(line));
    }
    std::string text;
    std::vector<Statement> others;
    for (const Statement& statement : statements) {
        const std::vector<std::string> lines = linesOf(statement.sql);
        if (lines.front() != base.front() || !known.contains(lines.back())) {
            others.push_back(statement);
            continue;
        }
        text += statementsSql(others);
        others.clear();
        for (const std::string& line : lines) {
            text += known.contains(trimmedLine(line)) ? "" : trimmedLine(line) + "\n";
        }
    }
    return text + statementsSql(others);
}

std::string sqlOf(const CompiledCall& compiled, const ReferenceCall& call, const Dialect& dialect) {
    if (call.change == nullptr) {
        const std::string sql = call.place == ReferenceCall::Place::Create
                                    ? sqlInCreate(compiled.up, dialect)
                                    : statementsSql(compiled.up);
        return sql.empty() ? "-- nothing to do\n" : sql;
    }
    const std::string up = statementsSql(compiled.up);
    const std::string down = statementsSql(compiled.down);
    return fmt::format("-- up\n{}-- down\n{}",
                       up.empty() ? "-- nothing to do\n" : up,
                       down.empty() ? "-- nothing to do\n" : down);
}

// Texts that several databases share, under the names of all of them.
struct Shared {
    std::string text;
    std::vector<std::string_view> databases;
};

// A sentence may name the database, and is the same for all that.
void share(std::vector<Shared>& all, std::string text, DatabaseKind kind) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Shared& shared) {
        return shared.text == replaced(text, titleOf(kind), shared.databases.front());
    });
    if (same != all.end()) {
        same->databases.push_back(titleOf(kind));
    } else {
        all.push_back({std::move(text), {titleOf(kind)}});
    }
}

std::string headOf(const ReferenceCall& call, const std::string& code) {
    const char* const where = call.change == nullptr ? "" : " in `change()`";
    if (code.size() <= kHead && statementsOf(code).size() == 1) {
        return fmt::format("\n### `{}`{}\n", code, where);
    }
    return fmt::format("\n### `{}`{}\n\n```cpp\n{}```\n", nameOf(code), where, indented(code, ""));
}

}  // namespace

std::string laidOut(std::string_view code) { return indented(tidied(code), ""); }

std::string sectionOf(const ReferenceTheme& theme, const ReferenceCall& call) {
    std::vector<Shared> texts;
    std::vector<Shared> refusals;
    for (const DatabaseKind kind : kAllKinds) {
        const auto dialect = makeDialect(serverOf(GoldenCase{}, kind));
        try {
            share(texts, sqlOf(compiled(theme, call, *dialect), call, *dialect), kind);
        } catch (const UnsupportedError& error) {
            const std::string code = codeText(error.code());
            share(refusals,
                  fmt::format("{}; {} ([{}](../errors.md#gw{}))",
                              error.message(),
                              error.hint(),
                              code,
                              code.substr(2)),
                  kind);
        }
    }
    std::string section = headOf(call, tidied(call.code));
    if (!texts.empty()) {
        section += "\n```sql\n";
        for (const Shared& shared : texts) {
            section += fmt::format("-- {}\n{}", fmt::join(shared.databases, ", "), shared.text);
        }
        section += "```\n";
    }
    for (const Shared& shared : refusals) {
        section +=
            fmt::format("\nRefused on {}: {}.\n", fmt::join(shared.databases, ", "), shared.text);
    }
    if (!call.extension.empty()) {
        section += fmt::format(
            "\nPostgreSQL needs the extension `{}` for it, which the tests do not have: "
            "this SQL has not run there.\n",
            call.extension);
    }
    return section;
}

}  // namespace godwit::test
