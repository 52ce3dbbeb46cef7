#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/schema_builder.hpp>

#include "build/recorder.hpp"
#include "fuzz/fuzz.hpp"
#include "model/sql_words.hpp"
#include "support/sql_tokens.hpp"

// Whatever bytes a name, a text or a comment has, it is refused, or the server reads back just
// those bytes and takes nothing in them for SQL.
//
// An input is a byte that chooses the server, then the names and texts, with FF between them.

namespace godwit::test {

namespace {

struct Words {
    std::string table = "mtable";
    std::string column = "mcolumn";
    std::string type = "mtype";
    std::string index = "mindex";
    std::string label = "mlabel";
    std::string text = "mtext";
    std::string comment = "mcomment";
};
constexpr std::string Words::*kWords[] = {&Words::table,
                                          &Words::column,
                                          &Words::type,
                                          &Words::index,
                                          &Words::label,
                                          &Words::text,
                                          &Words::comment};
constexpr std::size_t kNames = 4;  ///< The first of them are names.

Words wordsOfInput(std::string_view input) {
    Words words;
    for (std::string Words::*member : kWords) {
        const std::size_t end = std::min(input.find('\xff'), input.size());
        if (end > 0) {
            words.*member = input.substr(0, end);
        }
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return words;
}

std::vector<Operation> operationsWith(const Words& w) {
    detail::Recorder recorder;
    SchemaBuilder schema{recorder};
    const std::string& label = w.label;
    schema.createTable(name(w.table), [&](TableBuilder& t) {
        t.comment(w.comment);
        t.text(name(w.column)).defaultTo(w.text).comment(w.comment);
        t.enumeration("kind", name(w.type), {label}).defaultTo(label);
        t.index({"kind"}).named(name(w.index));
    });
    return recorder.take();
}

std::vector<Statement> statementsWith(const Words& words, const Dialect& dialect) {
    return dialect.compile(operationsWith(words), Schema{});
}

// A dot in the name of a table or a type parts it from its schema.
bool isQualified(const Words& words, const std::string Words::*member) {
    return (member == &Words::table || member == &Words::type) &&
           (words.*member).find('.') != std::string::npos;
}

// What no server has a reason to refuse. SQLite has no schemas.
bool isOrdinary(const Words& words) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < std::size(kWords); ++i) {
        const std::string& word = words.*kWords[i];
        const bool visible =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= ' ' && c <= '~'; });
        if (!visible || isQualified(words, kWords[i]) || word.size() > 40 || word.back() == ' ' ||
            word.find("*/") != std::string::npos) {
            return false;
        }
        std::string lower = detail::lowerCase(word);
        const bool reserved = lower == "primary" || lower == "kind" || lower.starts_with("sqlite_");
        if (i < kNames && (reserved || !names.insert(std::move(lower)).second)) {
            return false;
        }
    }
    return true;
}

void requireReads(const std::string& sql,
                  SqlToken::Kind kind,
                  const std::string& as,
                  SqlRules rules) {
    const auto tokens = tokensOf(sql, rules);
    require(tokens && *tokens == std::vector<SqlToken>{{kind, as}}, "it is read as another", sql);
}

// Alone, as a check or a default that is written by hand would hold it.
void checkAlone(const Words& words, const Dialect& dialect, SqlRules rules) {
    for (std::size_t i = 0; i < std::size(kWords); ++i) {
        const std::string& word = words.*kWords[i];
        if (i < kNames) {
            const std::string quoted = dialect.identifier(word);
            requireReads(quoted, SqlToken::Kind::Name, word, rules);
            require(detail::mentions(detail::wordsOf(quoted + " > 0"), word),
                    "it is not seen",
                    quoted);
        } else {
            requireReads(dialect.literal(word), SqlToken::Kind::Text, word, rules);
        }
    }
}

// A token of the harmless words, with the words in place of them.
void put(SqlToken token, const Words& words, std::vector<SqlToken>& to) {
    const Words harmless;
    for (std::string Words::*member : kWords) {
        const std::string& mark = harmless.*member;
        const std::string& word = words.*member;
        if (token.text != mark && token.text != " " + mark + " ") {
            continue;
        }
        if (isQualified(words, member)) {
            const std::size_t dot = word.find('.');
            to.push_back({token.kind, word.substr(0, dot)});
            to.push_back({SqlToken::Kind::Symbol, "."});
            to.push_back({token.kind, word.substr(dot + 1)});
            return;
        }
        token.text.replace(token.text.find(mark), mark.size(), word);
        break;
    }
    to.push_back(std::move(token));
}

// The statements are those of harmless words, with the words in place of the harmless ones.
void checkWithin(const Words& words,
                 const std::vector<Statement>& statements,
                 const Dialect& dialect,
                 SqlRules rules) {
    const Words harmless;
    const std::vector<Statement> model = statementsWith(harmless, dialect);
    require(model.size() == statements.size(), "there are more or fewer statements");
    for (std::size_t s = 0; s < model.size(); ++s) {
        const std::string& sql = statements[s].sql;
        const auto before = tokensOf(model[s].sql, rules);
        const auto tokens = tokensOf(sql, rules);
        require(before && tokens, "it does not end", sql);
        std::vector<SqlToken> expected;
        for (const SqlToken& token : *before) {
            put(token, words, expected);
        }
        require(expected.size() == tokens->size(), "it has other tokens", sql);
        for (std::size_t i = 0; i < tokens->size(); ++i) {
            const SqlToken& token = expected[i];
            require(token.kind == (*tokens)[i].kind, "it has a token of another kind", sql);
            // A name made of others may be cut and hashed.
            const bool derived = token.kind == SqlToken::Kind::Name &&
                                 token.text.find("mtable") != std::string::npos &&
                                 token.text != "mtable";
            require(derived || token == (*tokens)[i], "it has another token", sql);
        }
    }
}

// SQLite itself reads the words back.
void checkOnSqlite(const Words& words,
                   const std::vector<Statement>& statements,
                   const Dialect& dialect) {
    Memory memory;
    for (const Statement& statement : statements) {
        memory.run(statement.sql);
    }
    const std::string table = dialect.identifier(words.table);
    memory.run("INSERT INTO " + table + " DEFAULT VALUES");
    const std::vector<std::string> row = memory.run("SELECT * FROM " + table);
    require(row == std::vector<std::string>{words.text, words.label}, "SQLite has other defaults");

    const std::vector<std::string> names = memory.run(
        "SELECT (SELECT name FROM sqlite_schema WHERE type = 'table'), "
        "(SELECT name FROM sqlite_schema WHERE type = 'index'), "
        "(SELECT c.name FROM pragma_table_info((SELECT name FROM sqlite_schema "
        "WHERE type = 'table')) c WHERE c.cid = 0), sql FROM sqlite_schema WHERE type = 'table'");
    require(names[0] == words.table && names[1] == words.index && names[2] == words.column,
            "SQLite has other names");
    require(names[3].find("/* " + words.comment + " */") != std::string::npos,
            "SQLite has another comment",
            names[3]);
}

void check(const Words& words, const Server& server) {
    const auto dialect = makeDialect(server);
    std::vector<Statement> statements;
    try {
        statements = statementsWith(words, *dialect);
    } catch (const Error& error) {
        require(!isOrdinary(words), "ordinary words are refused", error.what());
        return;
    }
    for (std::string Words::*member : kWords) {
        require(isText(words.*member), "bytes that are no text were taken");
    }
    for (const SqlRules rules : rulesOf(server.kind)) {
        checkAlone(words, *dialect, rules);
        checkWithin(words, statements, *dialect, rules);
    }
    // SQLite itself refuses an index that has the table's name.
    const bool one = detail::lowerCase(words.table) == detail::lowerCase(words.index);
    if (server.kind == DatabaseKind::SQLite && !one) {
        checkOnSqlite(words, statements, *dialect);
    }
}

}  // namespace

}  // namespace godwit::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace godwit::test;
    if (size > 0) {
        const std::string_view input(reinterpret_cast<const char*>(data), size);
        check(wordsOfInput(input.substr(1)), kFuzzedServers[data[0] % std::size(kFuzzedServers)]);
    }
    return 0;
}
