#include <fmt/format.h>

#include "model/changed_column.hpp"
#include "model/default_values.hpp"
#include "sql/sql_dialect.hpp"

// What the changes of one attribute of a column have in common.

namespace godwit::detail {

namespace {

const Column* columnInHand(const Script& script, const std::string& column) {
    const Table* table = script.table(tableOf(script.current()));
    return table == nullptr ? nullptr : findColumn(*table, column);
}

bool isUuid(const ColumnType& type) { return type.kind == ColumnType::Kind::Uuid; }

bool isInteger(const ColumnType& type) {
    return type.kind == ColumnType::Kind::TinyInteger ||
           type.kind == ColumnType::Kind::SmallInteger || type.kind == ColumnType::Kind::Integer ||
           type.kind == ColumnType::Kind::BigInteger;
}

// Integers are counted up, uuids are drawn.
bool areMadeAlike(const ColumnType& a, const ColumnType& b) {
    return (isUuid(a) && isUuid(b)) || (isInteger(a) && isInteger(b));
}

}  // namespace

void SqlDialect::checkAdded(const Script& script) const {
    const auto* add = std::get_if<op::AddColumn>(&script.current());
    if (add != nullptr) {
        wantValue(*add, script);
        wantAttributes(fmt::format("the new column {}.{}", add->table, add->column.name),
                       add->line,
                       {{add->first || !add->after.empty(),
                         can().placesColumns,
                         add->first ? "first()" : "after(...)",
                         "leave it out: the column comes behind the others, and queries that name "
                         "their columns do not see the difference"}},
                       script);
    }
}

// MySQL and MariaDB would write 0 and '' into the rows that are there, PostgreSQL fails when there
// are any. That an empty table has none of them changes nothing: the same migration meets tables
// with rows elsewhere.
void SqlDialect::wantValue(const op::AddColumn& o, const Script& script) {
    const Column& column = o.column;
    if (!column.nullable && !column.defaultValue && !column.generated && !column.computed) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("the rows of {} would have no value for the NOT NULL column {}",
                                  o.table,
                                  column.name),
                      "give it a default, or make it nullable() and call "
                      "t.setNotNull(...).backfillWith(...) behind; where it takes back a "
                      "t.dropColumn(...), say keepCopy() of that");
    }
}

void SqlDialect::checkChange(const Script& script) const {
    std::visit(
        [&](const auto& o) {
            if constexpr (requires { checkChange(o, nullptr, script); }) {
                checkChange(o, columnInHand(script, o.column), script);
            }
        },
        script.current());
}

void SqlDialect::checkChange(const op::ChangeType& o,
                             const Column* column,
                             const Script& script) const {
    Column changed =
        changedBy(o, column == nullptr ? Column{.name = o.column, .type = {}} : *column);
    changed.line = o.line;
    if (column != nullptr && column->generated && !areMadeAlike(column->type, o.type)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} makes the values of {}.{} itself, and not in that type",
                                  title(),
                                  o.table,
                                  o.column),
                      "add a column of the other type, and drop this one");
    }
    if (column != nullptr && column->computed && isSaid(o.castUsing)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{}.{} is computed from other columns, and not cast", o.table, o.column),
            "leave castUsing(...) out, or drop the column and add it with another "
            "expression");
    }
    checkColumn(script.table(o.table), o.table, changed, script);
    wantDefaultOfItsType(changed, script);
}

void SqlDialect::checkChange(const op::DropNotNull& o,
                             const Column* column,
                             const Script& script) const {
    if (column != nullptr && column->generated && isInteger(column->type)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} counts {}.{} up, which is never NULL", title(), o.table, o.column),
            "leave it NOT NULL");
    }
}

void SqlDialect::checkChange(const op::SetDefault& o,
                             const Column* column,
                             const Script& script) const {
    if (column == nullptr) {
        return;
    }
    if (column->generated || column->computed) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} makes the values of {}.{} itself, which has no default",
                                  title(),
                                  o.table,
                                  o.column),
                      "add another column with that default, and drop this one");
    }
    Column changed = changedBy(o, *column);
    changed.line = o.line;
    wantDefaultOfItsType(changed, script);
}

void SqlDialect::wantDefaultOfItsType(const Column& column, const Script& script) const {
    if (!column.defaultValue) {
        return;
    }
    const std::string hint = mendedDefault(column.type, *column.defaultValue);
    if (hint.empty()) {
        return;
    }
    const bool stays = std::holds_alternative<op::ChangeType>(script.current());
    script.refuse(column.line,
                  ErrorCode::BadDefault,
                  fmt::format("{}.{} cannot hold the default {}{}",
                              tableOf(script.current()),
                              column.name,
                              inWords(*column.defaultValue),
                              stays ? ", which it has, in its new type" : ""),
                  stays ? "call t.dropDefault(...) before the type changes, and t.setDefault(...) "
                          "behind"
                        : hint);
}

bool SqlDialect::fillNulls(const op::SetNotNull& o,
                           const std::vector<std::string>& kept,
                           Script& script) const {
    std::string value;
    if (!o.backfillFrom.empty()) {
        value = identifier(o.backfillFrom);
    } else if (isSaid(o.backfill)) {
        value = textOf(o.backfill, "backfillWith()", o.line, script);
    } else {
        return false;
    }
    std::string assignments = fmt::format("{} = {}", identifier(o.column), value);
    for (const std::string& column : kept) {
        assignments += fmt::format(", {0} = {0}", identifier(column));
    }
    script
        .statement(fmt::format("UPDATE {} SET {} WHERE {} IS NULL",
                               objectName(o.table),
                               assignments,
                               identifier(o.column)))
        .rowsOnly = true;
    return true;
}

}  // namespace godwit::detail
