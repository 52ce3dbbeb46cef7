#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/changed_column.hpp"
#include "model/sql_words.hpp"
#include "model/type_words.hpp"
#include "sqlite/casts.hpp"
#include "sqlite/dialect.hpp"
#include "sqlite/types.hpp"

// Changes of one attribute of a column. SQLite has no ALTER TABLE for any of them.
// https://www.sqlite.org/lang_altertable.html

namespace godwit::detail {

namespace {

const Column* columnOf(const Table* table, const std::string& column) {
    return table == nullptr ? nullptr : findColumn(*table, column);
}

}  // namespace

std::string SqliteDialect::ownExpression(const SqlByDatabase& sql,
                                         std::string_view what,
                                         const Table& table,
                                         const ColumnType& type,
                                         const Script& script) const {
    checkShared(sql, what, &table, &type, script);
    return textOf(sql, what, {}, script);
}

std::string SqliteDialect::castOf(const Column& column,
                                  const ColumnType& to,
                                  const Script& script) const {
    const auto cast = sqliteCast(column.type, to, identifier(column.name));
    if (!cast) {
        const bool storedAlike = sqliteType(column.type) == sqliteType(to);
        const auto stored = [storedAlike](const ColumnType& type) {
            return type.kind == ColumnType::Kind::Decimal
                       ? fmt::format("decimal({}, {}), which it stores as {},",
                                     type.precision,
                                     type.scale,
                                     storageInWords(type))
                       : (storedAlike ? callOf(type) : sqliteType(type));
        };
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite has no way of its own from {} to {} for {}.{}",
                                  stored(column.type),
                                  stored(to),
                                  tableOf(script.current()),
                                  column.name),
                      "say how the new value is made: castUsing({.sqlite = \"...\"})");
    }
    return *cast;
}

void SqliteDialect::write(const op::ChangeType& o, Script& script) const {
    const Table* table = script.table(o.table);
    const Column* column = columnOf(table, o.column);
    if (column == nullptr) {
        rebuild(o.table, script);
        return;
    }
    if (column->generated && sqliteType(o.type) != sqliteType(column->type)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("SQLite makes the values of {}.{} itself, and can do so in its "
                                  "present type alone",
                                  o.table,
                                  o.column),
                      "add a column of the other type, and drop this one");
    }
    const std::string name = identifier(o.column);
    const std::string cast = !isEmpty(o.castUsing)
                                 ? ownExpression(o.castUsing, "castUsing()", *table, o.type, script)
                                 : castOf(*column, o.type, script);
    Column changed = changedBy(o, *column);
    changed.line = o.line;
    wantFitting(*table, changed, script);
    std::vector<action::ColumnValue> values;
    if (cast != name) {
        values.push_back({o.column, cast});
    }
    rebuild(o.table, script, std::move(values));
}

// Defaults and checks are written anew for a type, or with a default, that the column had not.
void SqliteDialect::wantFitting(const Table& table,
                                const Column& column,
                                const Script& script) const {
    Table changed = table;
    const auto place = std::find_if(changed.columns.begin(),
                                    changed.columns.end(),
                                    [&](const Column& c) { return c.name == column.name; });
    const Column before = std::exchange(*place, column);
    static_cast<void>(columnLine(&changed, table.name, column, script));
    for (const Index& index : table.indexes) {
        checkShared(index.where, "where() of the index " + index.name, &changed, nullptr, script);
    }
    for (Check check : table.checks) {
        check.line = {};
        wantSameMeaning(check, table.name, before, column, script);
        const auto& sql = check.sql[static_cast<std::size_t>(DatabaseKind::SQLite)];
        if (sql && mentions(wordsOf(*sql), column.name)) {
            checkCheck(changed, check, script);
        }
        const auto& renamed = check.renamedColumns;
        if (column.type.kind == ColumnType::Kind::Decimal &&
            std::find(renamed.begin(), renamed.end(), column.name) != renamed.end()) {
            script.refuse(
                {},
                ErrorCode::NotSupportedByServer,
                fmt::format("the check {} was written when {}.{} had another name, and "
                            "godwit cannot tell what it would make of a decimal",
                            check.name,
                            table.name,
                            column.name),
                fmt::format("call t.dropCheck(\"{}\") first, and add it again behind", check.name));
        }
    }
}

void SqliteDialect::write(const op::SetNotNull& o, Script& script) const {
    const Table* table = script.table(o.table);
    const Column* column = columnOf(table, o.column);
    const Column* from = columnOf(table, o.backfillFrom);
    std::vector<action::ColumnValue> values;
    if (column != nullptr && (!isEmpty(o.backfill) || from != nullptr)) {
        const std::string value =
            from != nullptr
                ? castOf(*from, column->type, script)
                : ownExpression(o.backfill, "backfillWith()", *table, column->type, script);
        values.push_back({o.column, fmt::format("coalesce({}, {})", identifier(o.column), value)});
    }
    rebuild(o.table, script, std::move(values));
}

void SqliteDialect::write(const op::DropNotNull& o, Script& script) const {
    rebuild(o.table, script);
}

void SqliteDialect::write(const op::SetDefault& o, Script& script) const {
    const Table* table = script.table(o.table);
    if (const Column* column = columnOf(table, o.column)) {
        Column changed = changedBy(o, *column);
        changed.line = o.line;
        wantFitting(*table, changed, script);
    }
    rebuild(o.table, script);
}

}  // namespace godwit::detail
