#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "build/recorder.hpp"

namespace godwit::detail {

namespace {

constexpr std::array<std::string_view, 8> kTransactionWords =
    {"BEGIN", "COMMIT", "ROLLBACK", "START", "END", "SAVEPOINT", "RELEASE", "ABORT"};

constexpr std::string_view kBlanks = " \t\r\n\f\v";

// Without blanks and comments in front.
std::string_view withoutLead(std::string_view sql) {
    for (;;) {
        sql.remove_prefix(std::min(sql.find_first_not_of(kBlanks), sql.size()));
        if (sql.substr(0, 2) == "--") {
            sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
        } else if (sql.substr(0, 2) == "/*" && sql.find("*/", 2) != std::string_view::npos) {
            sql.remove_prefix(sql.find("*/", 2) + 2);
        } else {
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

std::string statement(std::string_view text, DatabaseKind kind, SourceLine line) {
    const std::string_view sql = withoutTail(withoutLead(text));
    if (sql.empty()) {
        refuse(ErrorCode::BadArgument,
               fmt::format("the raw SQL for {} is empty", titleOf(kind)),
               "write godwit::nothing when nothing is to be done",
               line);
    }
    const std::string word = upperWord(sql);
    if (std::find(kTransactionWords.begin(), kTransactionWords.end(), word) !=
        kTransactionWords.end()) {
        refuse(ErrorCode::TransactionControlInSql,
               fmt::format("the raw SQL for {} begins with {}", titleOf(kind), word),
               "leave it out: godwit opens and closes the transaction of a migration",
               line);
    }
    return plainText(sql, "raw SQL", line);
}

std::optional<std::string> textFor(const SqlText& text,
                                   const SqlText& mysql,
                                   DatabaseKind kind,
                                   SourceLine line) {
    switch (text.kind()) {
    case SqlText::Kind::Missing:
        return std::nullopt;
    case SqlText::Kind::Nothing:
        return std::string{};
    case SqlText::Kind::Text:
        return statement(text.text(), kind, line);
    case SqlText::Kind::SameAsMysql:
        if (mysql.kind() == SqlText::Kind::SameAsMysql) {
            refuse(ErrorCode::BadArgument,
                   "the raw SQL for MySQL is said to be that for MySQL",
                   "write the statement",
                   line);
        }
        return textFor(mysql, mysql, kind, line);
    }
    return std::nullopt;
}

}  // namespace

op::RawSql rawSql(const SqlTexts& texts, SourceLine line) {
    op::RawSql raw{.texts = {}, .line = line};
    const auto set = [&](DatabaseKind kind, const SqlText& text) {
        raw.texts[static_cast<std::size_t>(kind)] = textFor(text, texts.mysql, kind, line);
    };
    set(DatabaseKind::PostgreSQL, texts.postgresql);
    set(DatabaseKind::MySQL, texts.mysql);
    set(DatabaseKind::MariaDB, texts.mariadb);
    set(DatabaseKind::SQLite, texts.sqlite);
    return raw;
}

}  // namespace godwit::detail
