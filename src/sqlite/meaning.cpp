// SQL that was written for other databases too, over decimals: SQLite stores them as integers that
// are scaled, or as text, so that it would choose other rows or compute other values.

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "sqlite/casts.hpp"
#include "sqlite/dialect.hpp"
#include "sqlite/tokens.hpp"
#include "sqlite/types.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isTheirsToo(const SqlByDatabase& sql) {
    const auto& ours = sql[static_cast<std::size_t>(DatabaseKind::SQLite)];
    return ours && std::count(sql.begin(), sql.end(), ours) > 1;
}

bool isNotZero(const std::string& number) {
    return number.find_first_of("123456789") != std::string::npos;
}

bool isStoredAsItIs(const ColumnType& type) {
    return type.kind != Kind::Decimal ||
           (type.scale == 0 && storageOf(type) != DecimalStorage::Text);
}

bool isNumeric(const ColumnType& type) {
    constexpr std::array kKinds = {Kind::TinyInteger,
                                   Kind::SmallInteger,
                                   Kind::Integer,
                                   Kind::BigInteger,
                                   Kind::Real,
                                   Kind::DoublePrecision,
                                   Kind::Decimal};
    return std::find(kKinds.begin(), kKinds.end(), type.kind) != kKinds.end();
}

// Without each name that is only asked whether it is NULL, which means the same of all that is
// stored.
std::string withoutNullTests(const std::vector<SqliteToken>& tokens) {
    const auto isAt = [&tokens](std::size_t at, std::string_view word) {
        return at < tokens.size() && isWord(tokens[at], word);
    };
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool name =
            tokens[i].kind == SqliteToken::Kind::Word || tokens[i].kind == SqliteToken::Kind::Name;
        // Behind an operator it is a part of what is asked.
        const bool alone = i == 0 || tokens[i - 1].kind == SqliteToken::Kind::Word ||
                           isSign(tokens[i - 1], '(') || isSign(tokens[i - 1], '.');
        const std::size_t null = isAt(i + 2, "not") ? i + 3 : i + 2;
        if (!(name && alone && isAt(i + 1, "is") && isAt(null, "null"))) {
            text.append(tokens[i].raw).append(" ");
        }
    }
    return text;
}

// The star of count(*) and of SELECT * is none.
bool multiplies(const std::vector<SqliteToken>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool all = i == 0 || isSign(tokens[i - 1], '(') || isSign(tokens[i - 1], ',') ||
                         isSign(tokens[i - 1], '.') || isWord(tokens[i - 1], "select");
        if (isSign(tokens[i], '/') || (isSign(tokens[i], '*') && !all)) {
            return true;
        }
    }
    return false;
}

Table onlyNumbersOf(const Table& table) {
    Table numbers{.name = table.name};
    std::copy_if(table.columns.begin(),
                 table.columns.end(),
                 std::back_inserter(numbers.columns),
                 [](const Column& column) { return isNumeric(column.type); });
    return numbers;
}

// A decimal that the SQL speaks of and does more with than to ask whether it is NULL.
const Column* decimalIn(const std::string& sql, const Table& table) {
    const Words words = wordsOf(sql);
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& column) {
            return !isStoredAsItIs(column.type) && mentions(words, column.name);
        });
    return found == table.columns.end() ? nullptr : &*found;
}

// A condition means the same where it compares decimals of one scale with each other and with 0.
bool choosesTheSame(std::string_view condition, const Table& table) {
    const std::vector<SqliteToken> tokens = sqliteTokens(condition);
    const std::string sql = withoutNullTests(tokens);
    const Column* decimal = decimalIn(sql, table);
    return decimal == nullptr ||
           (decimal->type.scale > 0 && storageOf(decimal->type) != DecimalStorage::Text &&
            !multiplies(tokens) && meansTheSameOnSqlite(sql, onlyNumbersOf(table), decimal->type));
}

bool computesTheSame(std::string_view sql, const Table& table, const ColumnType& result) {
    return meansTheSameOnSqlite(sql, table, result) &&
           (isStoredAsItIs(result) || !multiplies(sqliteTokens(sql)));
}

// What a query gives: all before its FROM.
std::string selectListOf(std::string_view query) {
    std::vector<SqliteToken> tokens = sqliteTokens(query);
    int depth = 0;
    const auto from = std::find_if(tokens.begin(), tokens.end(), [&depth](const SqliteToken& one) {
        depth += isSign(one, '(') ? 1 : (isSign(one, ')') ? -1 : 0);
        return depth == 0 && isWord(one, "from");
    });
    tokens.erase(from, tokens.end());
    return withoutNullTests(tokens);
}

bool comparesValue(const op::Verify& o) {
    return *o.comparison != Comparison::IsEmpty && *o.comparison != Comparison::IsNotEmpty &&
           !o.expected.isNull() && o.expected != Value(0);
}

}  // namespace

void SqliteDialect::checkShared(const SqlByDatabase& sql,
                                std::string_view what,
                                const Table* table,
                                const ColumnType* result,
                                const Script& script) const {
    if (table == nullptr || !isTheirsToo(sql)) {
        return;
    }
    const std::string& text = *sql[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const bool same =
        result == nullptr ? choosesTheSame(text, *table) : computesTheSame(text, *table, *result);
    if (!same) {
        refuseShared(what,
                     "give SQLite a text of its own, .sqlite = \"...\": in schema.sql({...}) where "
                     "the call takes one text for all",
                     script);
    }
}

void SqliteDialect::checkShared(const op::Verify& o, const Script& script) const {
    if (!isTheirsToo(o.query)) {
        return;
    }
    const std::string& query = *o.query[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const std::string list = selectListOf(query);
    const Words words = wordsOf(query);
    const bool other = script.anyTable([&](const Table& table) {
        return mentions(words, table.name) &&
               (!choosesTheSame(query, table) ||
                (comparesValue(o) && decimalIn(list, table) != nullptr));
    });
    if (other) {
        refuseShared(fmt::format("the query of '{}'", o.name),
                     "give SQLite a query of its own with .sqlite = \"...\"",
                     script);
    }
}

// What an expression sorts by matters to nobody but the planner, unless it must be unique.
void SqliteDialect::checkIndex(const Table* owner,
                               const std::string& table,
                               const Index& index,
                               const Script& script) const {
    SqlDialect::checkIndex(owner, table, index, script);
    checkShared(index.where, "where()", owner, nullptr, script);
    for (const IndexPart& part : index.parts) {
        if (index.unique) {
            checkShared(part.expression, "an indexed expression", owner, nullptr, script);
        }
    }
}

// An expression sees what is stored: a number multiplied by 10^scale, or text, to which '5.00' is
// more than '1000.00'. Comparing with 0 means the same for scaled numbers as for those not scaled.
void SqliteDialect::checkCheck(const Table& table, const Check& check, const Script& script) const {
    const std::string& sql = textOf(check.sql, "the check " + check.name, check.line, script);
    if (!isTheirsToo(check.sql)) {
        return;
    }
    const Words words = wordsOf(sql);
    const bool hasNumber = std::any_of(words.numbers.begin(), words.numbers.end(), isNotZero);
    for (const Column& column : table.columns) {
        const ColumnType& type = column.type;
        if (type.kind != Kind::Decimal || !mentions(words, column.name)) {
            continue;
        }
        const bool text = storageOf(type) == DecimalStorage::Text;
        if (text || (type.scale > 0 && hasNumber)) {
            script.refuse(
                check.line,
                ErrorCode::NotSupportedByServer,
                fmt::format("the check {} would not see the value of {}.{}: SQLite stores "
                            "decimal({}, {}) as {}",
                            check.name,
                            table.name,
                            column.name,
                            type.precision,
                            type.scale,
                            text ? "text" : fmt::format("an integer, times 10^{}", type.scale)),
                fmt::format("{}give SQLite a text of its own, .sqlite = \"...\", or "
                            "godwit::nothing",
                            text ? "" : "compare it with no number but 0, or "));
        }
    }
}

// A text that was written for what is stored now.
void SqliteDialect::wantSameMeaning(const Check& check,
                                    const std::string& table,
                                    const Column& before,
                                    const Column& after,
                                    const Script& script) const {
    const auto& sql = check.sql[static_cast<std::size_t>(DatabaseKind::SQLite)];
    const bool renamed =
        std::find(check.renamedColumns.begin(), check.renamedColumns.end(), after.name) !=
        check.renamedColumns.end();
    const bool named = renamed || (sql && mentions(wordsOf(*sql), after.name));
    if (named && !isTheirsToo(check.sql) && !(before.type == after.type) &&
        (!isStoredAsItIs(before.type) || !isStoredAsItIs(after.type))) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("the check {} has a text of its own for SQLite, which was written "
                        "for what {}.{} is stored as before its type changes",
                        check.name,
                        table,
                        after.name),
            fmt::format("call t.dropCheck(\"{}\") first, and add it again behind", check.name));
    }
}

void SqliteDialect::refuseShared(std::string_view what, std::string hint, const Script& script) {
    script.refuse({},
                  ErrorCode::NotSupportedByServer,
                  fmt::format("{} is the same for SQLite as for other databases, and would mean "
                              "something else: SQLite stores a decimal as an integer that is "
                              "scaled, or as text",
                              what),
                  std::move(hint));
}

}  // namespace godwit::detail
