#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "build/recorder.hpp"
#include "model/sql_parts.hpp"

namespace godwit::detail {

namespace {

// They end or bend the transaction that keeps a migration and its history row together.
constexpr std::array<std::string_view, 8> kTransactionWords =
    {"BEGIN", "COMMIT", "ROLLBACK", "START", "END", "SAVEPOINT", "RELEASE", "ABORT"};

constexpr std::string_view kBlanks = " \t\r\n\f\v";

void skip(std::string_view& sql, std::size_t count) {
    sql.remove_prefix(std::min(count, sql.size()));
}

// Where the statement really begins, in sight of the server.
std::string_view withoutLead(std::string_view sql, DatabaseKind kind) {
    for (;;) {
        const std::size_t before = sql.size();
        skip(sql, std::min(sql.find_first_not_of(kBlanks), sql.size()));
        if (sql.starts_with(';')) {
            skip(sql, 1);
        }
        takeComment(sql, kind);
        if (sql.size() == before) {
            return sql;
        }
    }
}

// The statement as written, less what may stand behind it.
std::string_view withoutTail(std::string_view sql) {
    const std::size_t last = sql.find_last_not_of(" \t\r\n\f\v;");
    return last == std::string_view::npos ? std::string_view{} : sql.substr(0, last + 1);
}

std::string upperWord(std::string_view sql) {
    std::string word;
    for (const char c : sql) {
        const bool lower = c >= 'a' && c <= 'z';
        const bool upper = c >= 'A' && c <= 'Z';
        if (!lower && !upper) {
            break;
        }
        word += lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return word;
}

// PostgreSQL takes several statements in one text; MySQL and SQLite refuse them themselves. True
// when a semicolon stands between two. The body of a SQL function (BEGIN ATOMIC) holds semicolons
// of its own.
bool isSeveral(std::string_view whole) {
    std::string_view sql = whole;
    while (!sql.empty() && sql.front() != ';') {
        takePart(sql, whole, DatabaseKind::PostgreSQL);
    }
    std::string upper;
    std::transform(whole.begin(), whole.end(), std::back_inserter(upper), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return !withoutLead(sql, DatabaseKind::PostgreSQL).empty() &&
           upper.find("ATOMIC") == std::string::npos;
}

// The text as a part of a longer one: what stands behind it is no comment or text of its own.
std::string closed(std::string_view text,
                   DatabaseKind kind,
                   std::string_view what,
                   SourceLine line) {
    const auto refuseOpen = [&](std::string_view open) {
        refuse(ErrorCode::BadArgument,
               fmt::format("{} for {} ends inside {}", what, titleOf(kind), open),
               "close it, or leave it out",
               line);
    };
    for (std::string_view sql = text; !sql.empty();) {
        const std::string_view from = sql;
        const SqlPart part = takePart(sql, text, kind);
        if (!sql.empty() || part == SqlPart::Other) {
            continue;
        }
        if (part == SqlPart::Quoted && from.front() != '$' &&
            (from.size() == 1 || from.back() != from.front())) {
            refuseOpen("quotes");
        }
        if (part == SqlPart::Comment && from.starts_with("/*")) {
            if (from.size() < 4 || !from.ends_with("*/")) {
                refuseOpen("a comment");
            }
        } else if (part == SqlPart::Comment && !from.ends_with('\n')) {
            return std::string{text} + '\n';
        }
    }
    return std::string{text};
}

std::string statement(std::string_view text, DatabaseKind kind, SourceLine line) {
    const std::string_view begun = withoutLead(text, kind);
    if (withoutTail(begun).empty()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the raw SQL for {} is empty", titleOf(kind)),
               "write godwit::nothing when nothing is to be done",
               line);
    }
    const std::string word = upperWord(begun);
    if (std::find(kTransactionWords.begin(), kTransactionWords.end(), word) !=
        kTransactionWords.end()) {
        refuse(ErrorCode::TransactionControlInSql,
               fmt::format("the raw SQL for {} begins with {}", titleOf(kind), word),
               "leave it out: godwit opens and closes the transaction of a migration",
               line);
    }
    if (isMysql(kind) && word == "USE") {
        refuse(
            ErrorCode::TransactionControlInSql,
            fmt::format("the raw SQL for {} leaves the database of the migration", titleOf(kind)),
            "name the other database before its tables: other.table",
            line);
    }
    if (kind == DatabaseKind::PostgreSQL && isSeveral(begun)) {
        refuse(ErrorCode::TransactionControlInSql,
               "the raw SQL for PostgreSQL holds more than one statement",
               "write one schema.sql call for each",
               line);
    }
    return plainText(withoutTail(text), "raw SQL", line);
}

// How a text is taken.
struct Reading {
    std::string_view what;
    SourceLine line;
    std::function<std::string(std::string_view, DatabaseKind)> read;
};

std::optional<std::string> textFor(const SqlText& text,
                                   const SqlText& mysql,
                                   DatabaseKind kind,
                                   const Reading& reading) {
    switch (text.kind()) {
    case SqlText::Kind::Missing:
        return std::nullopt;
    case SqlText::Kind::Nothing:
        return std::string{};
    case SqlText::Kind::Text:
        return reading.read(text.text(), kind);
    case SqlText::Kind::SameAsMysql:
        if (mysql.kind() == SqlText::Kind::SameAsMysql) {
            refuse(ErrorCode::BadArgument,
                   fmt::format("{} for MySQL is said to be that for MySQL", reading.what),
                   "write it",
                   reading.line);
        }
        return textFor(mysql, mysql, kind, reading);
    }
    return std::nullopt;
}

// Both readings of a text: a statement, or a part of one.
SqlByDatabase byDatabase(const SqlTexts& texts, const Reading& reading) {
    SqlByDatabase sql;
    const auto set = [&](DatabaseKind kind, const SqlText& text) {
        sql[static_cast<std::size_t>(kind)] = textFor(text, texts.mysql, kind, reading);
    };
    set(DatabaseKind::PostgreSQL, texts.postgresql);
    set(DatabaseKind::MySQL, texts.mysql);
    set(DatabaseKind::MariaDB, texts.mariadb);
    set(DatabaseKind::SQLite, texts.sqlite);
    return sql;
}

}  // namespace

SqlByDatabase sqlFragment(const SqlTexts& texts, std::string_view what, SourceLine line) {
    return byDatabase(texts, {what, line, [&](std::string_view text, DatabaseKind kind) {
                                  return closed(plainText(text, what, line), kind, what, line);
                              }});
}

op::RawSql rawSql(const SqlTexts& texts, SourceLine line) {
    return {byDatabase(texts,
                       {"the raw SQL",
                        line,
                        [&](std::string_view text, DatabaseKind kind) {
                            return statement(text, kind, line);
                        }}),
            line};
}

}  // namespace godwit::detail
