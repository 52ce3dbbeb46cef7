// Updates in portions, in the order of a key.

#include <algorithm>

#include <fmt/format.h>

#include "model/row_keys.hpp"
#include "sql/sql_dialect.hpp"

namespace godwit::detail {

namespace {

[[noreturn]] void refuseKey(const op::Backfill& o, std::string message, std::string hint) {
    throw UsageError(ErrorCode::RowsNotTold,
                     {std::move(message), "Nothing has run.", std::move(hint)},
                     {.migration = {}, .operation = oneLine(o), .sql = {}, .line = o.line});
}

// A column that the rows cannot be walked by, and why.
std::string_view faultOf(const Column& column) {
    return column.nullable ? "may be NULL, so that rows would be left out"
                           : faultOfKey(column.type);
}

const char* const kWalkBy = R"(name columns that are unique and not NULL with by({"..."}))";

}  // namespace

std::vector<std::string> SqlDialect::walkedBy(const op::Backfill& o, const Script& script) const {
    const Table* table = script.table(o.table);
    if (o.key.empty() && (table == nullptr || !table->primaryKey)) {
        refuseKey(o,
                  fmt::format("table {} has no primary key that is known, by which its rows could "
                              "be walked",
                              o.table),
                  kWalkBy);
    }
    const std::vector<std::string> key = o.key.empty() ? table->primaryKey->columns : o.key;
    for (const op::Backfill::Assignment& one : o.set) {
        if (std::find(key.begin(), key.end(), one.column) != key.end()) {
            refuseKey(o,
                      fmt::format("the backfill of {} sets {}, by which its rows are walked",
                                  o.table,
                                  one.column),
                      kWalkBy);
        }
    }
    if (table == nullptr || table->touchedByRawSql) {
        return key;
    }
    const bool known = std::all_of(key.begin(), key.end(), [table](const std::string& name) {
        return findColumn(*table, name) != nullptr;
    });
    if (known && !tellRowsApart(*table, key)) {
        refuseKey(
            o,
            fmt::format("the rows of {} are not told apart by {}", o.table, fmt::join(key, ", ")),
            kWalkBy);
    }
    for (const std::string& name : key) {
        const Column* column = findColumn(*table, name);
        const std::string_view fault = column == nullptr ? "" : faultOf(*column);
        if (!fault.empty()) {
            refuseKey(o, fmt::format("{}.{} {}", o.table, name, fault), kWalkBy);
        }
    }
    return key;
}

void SqlDialect::write(const op::Backfill& o, Script& script) const {
    const Table* table = script.table(o.table);
    action::RunBatches batches{.table = objectName(o.table),
                               .size = o.batchSize,
                               .pauseMs = o.pauseMs,
                               .comparesRows = can().comparesRowsByIndex};
    for (const std::string& name : walkedBy(o, script)) {
        batches.keys.push_back(
            batchKey(identifier(name), table == nullptr ? nullptr : findColumn(*table, name)));
    }
    std::vector<std::string> sets;
    for (const op::Backfill::Assignment& one : o.set) {
        const Column* column = table == nullptr ? nullptr : findColumn(*table, one.column);
        if (column != nullptr && !isEmpty(one.sql)) {
            checkShared(one.sql,
                        fmt::format("what {} becomes", one.column),
                        table,
                        &column->type,
                        script);
        }
        const std::string value =
            isEmpty(one.sql)
                ? cell(one.value, column, script)
                : fmt::format("({})", textOf(one.sql, "the new value", o.line, script));
        sets.push_back(fmt::format("{} = {}", identifier(one.column), value));
    }
    batches.update = fmt::format("UPDATE {} SET {}", batches.table, fmt::join(sets, ", "));
    if (!isEmpty(o.where)) {
        checkShared(o.where, "where()", table, nullptr, script);
        batches.where = textOf(o.where, "the condition", o.line, script);
    }
    Statement& statement = script.statement(
        batches.where.empty() ? batches.update
                              : fmt::format("{}\nWHERE ({})", batches.update, batches.where));
    statement.outsideTransaction = true;
    statement.rowsOnly = true;
    statement.action = std::move(batches);
}

}  // namespace godwit::detail
