// Rows of data.

#include <algorithm>

#include <fmt/format.h>

#include "model/row_keys.hpp"
#include "sql/sql_dialect.hpp"

namespace godwit::detail {

namespace {

const Column* columnIn(const Table* table, const std::string& name) {
    return table == nullptr ? nullptr : findColumn(*table, name);
}

bool isPlain(const CellValue& value) { return std::holds_alternative<Value>(value); }

std::string inOneLine(std::string text) {
    std::replace_if(
        text.begin(),
        text.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' '; },
        ' ');
    return text;
}

constexpr const char* kNameOthers = R"(name other columns with by({"..."}))";

bool isNull(const CellValue& value) {
    const auto* plain = std::get_if<Value>(&value);
    return plain != nullptr && plain->isNull();
}

}  // namespace

std::string SqlDialect::rowText(const RowList& list,
                                const std::vector<CellValue>& row,
                                const Table* table,
                                const Script& script) const {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < row.size(); ++i) {
        values.push_back(cell(row[i], columnIn(table, list.columns[i]), script));
    }
    return fmt::format("({})", fmt::join(values, ", "));
}

void SqlDialect::write(const op::InsertRows& o, Script& script) const {
    const Table* table = script.table(o.table);
    std::vector<std::string> rows;
    for (const auto& row : o.list.rows) {
        rows.push_back(rowText(o.list, row, table, script));
    }
    script
        .statement(fmt::format("INSERT INTO {} {}{} VALUES{}{}{}",
                               objectName(o.table),
                               columnList(o.list.columns),
                               overriding(table, o.list.columns),
                               rows.size() == 1 ? " " : "\n    ",
                               fmt::join(rows, ",\n    "),
                               script.current().guarded ? unlessThere(o.list) : ""))
        .rowsOnly = true;
    catchUp(o.table, o.list.columns, script);
}

std::string SqlDialect::unlessThere(const RowList&) const { return "\nON CONFLICT DO NOTHING"; }

std::string_view SqlDialect::overriding(const Table*, const std::vector<std::string>&) const {
    return {};
}

void SqlDialect::catchUp(const std::string&, const std::vector<std::string>&, Script&) const {}

std::string SqlDialect::equalTo(const Cell& wanted,
                                const Table* table,
                                const Script& script) const {
    return isNull(wanted.value)
               ? identifier(wanted.column) + " IS NULL"
               : fmt::format("{} = {}",
                             identifier(wanted.column),
                             cell(wanted.value, columnIn(table, wanted.column), script));
}

std::string SqlDialect::chosen(const std::string& tableName,
                               const RowChoice& choice,
                               SourceLine line,
                               const Script& script) const {
    std::vector<std::string> conditions;
    for (const Cell& wanted : choice.by) {
        conditions.push_back(equalTo(wanted, script.table(tableName), script));
    }
    if (!isEmpty(choice.where)) {
        checkShared(choice.where, "where()", script.table(tableName), nullptr, script);
        conditions.push_back(
            fmt::format("({})", textOf(choice.where, "the condition", line, script)));
    }
    return conditions.empty() ? "" : fmt::format("\nWHERE {}", fmt::join(conditions, " AND "));
}

void SqlDialect::write(const op::UpdateRows& o, Script& script) const {
    const Table* table = script.table(o.table);
    std::vector<std::string> sets;
    for (const Cell& one : o.set) {
        sets.push_back(fmt::format("{} = {}",
                                   identifier(one.column),
                                   cell(one.value, columnIn(table, one.column), script)));
    }
    script
        .statement(fmt::format("UPDATE {} SET {}{}",
                               objectName(o.table),
                               fmt::join(sets, ", "),
                               chosen(o.table, o.choice, o.line, script)))
        .rowsOnly = true;
}

void SqlDialect::write(const op::EraseRows& o, Script& script) const {
    const std::string where = o.list.rows.empty() ? chosen(o.table, o.choice, o.line, script)
                                                  : "\nWHERE " + keysOf(o, script);
    script.statement(fmt::format("DELETE FROM {}{}", objectName(o.table), where)).rowsOnly = true;
}

// Rows that are said in full go by their key.
std::string SqlDialect::keysOf(const op::EraseRows& o, const Script& script) const {
    const Table* table = script.table(o.table);
    const std::vector<std::string> key = rowKeyOf(o, table);
    wantOneRowEach(o, key, table);
    std::vector<std::string> rows;
    for (const auto& row : o.list.rows) {
        std::vector<std::string> conditions;
        for (const std::string& column : key) {
            const auto found = std::find(o.list.columns.begin(), o.list.columns.end(), column);
            const auto at = static_cast<std::size_t>(found - o.list.columns.begin());
            if (found == o.list.columns.end() || !isPlain(row[at]) || isNull(row[at])) {
                refuseRows(o,
                           fmt::format("the rows of {} do not say the {} that tells them apart",
                                       o.table,
                                       column),
                           kNameOthers);
            }
            conditions.push_back(equalTo({column, row[at]}, table, script));
        }
        rows.push_back(fmt::format("{}", fmt::join(conditions, " AND ")));
    }
    return key.size() == 1 || rows.size() == 1 ? fmt::format("{}", fmt::join(rows, " OR "))
                                               : fmt::format("({})", fmt::join(rows, ") OR ("));
}

std::vector<std::string> SqlDialect::rowKeyOf(const op::EraseRows& o, const Table* table) {
    if (!o.list.key.empty()) {
        return o.list.key;
    }
    if (table == nullptr || !table->primaryKey) {
        refuseRows(o,
                   fmt::format("table {} has no primary key that is known, which tells the rows "
                               "apart",
                               o.table),
                   R"(name the columns that do with by({"..."}))");
    }
    return table->primaryKey->columns;
}

// Else rows would go that the migration does not speak of.
void SqlDialect::wantOneRowEach(const op::EraseRows& o,
                                const std::vector<std::string>& key,
                                const Table* table) {
    if (table == nullptr || table->touchedByRawSql) {
        return;
    }
    for (const std::string& name : key) {
        const Column* column = findColumn(*table, name);
        if (column != nullptr && !faultOfKey(column->type).empty()) {
            refuseRows(o,
                       fmt::format("{}.{} {}", o.table, name, faultOfKey(column->type)),
                       kNameOthers);
        }
    }
    if (!tellRowsApart(*table, key)) {
        refuseRows(
            o,
            fmt::format("the rows of {} are not told apart by {}", o.table, fmt::join(key, ", ")),
            "name the columns of a primary or unique key with by({\"...\"})");
    }
}

void SqlDialect::refuseRows(const Operation& operation, std::string message, std::string hint) {
    throw UsageError(
        ErrorCode::RowsNotTold,
        {std::move(message), "Nothing has run.", std::move(hint)},
        {.migration = {}, .operation = oneLine(operation), .sql = {}, .line = lineOf(operation)});
}

void SqlDialect::write(const op::Verify& o, Script& script) const {
    checkShared(o, script);
    Statement& statement =
        script.statement(textOf(o.query, "the query of the check", o.line, script));
    statement.rowsOnly = true;
    statement.action = action::Verify{o.name, *o.comparison, o.expected};
}

// What the C++ does is not known here; its name stands where the SQL of others does.
void SqlDialect::write(const op::CallData& o, Script& script) const {
    Statement& statement =
        script.statement(inOneLine(fmt::format("-- C++: {} ({})", o.name, o.revision)));
    statement.rowsOnly = true;
    statement.outsideTransaction = o.resumable;
    statement.action = action::CallData{o.name, o.resumable, o.back};
}

}  // namespace godwit::detail
