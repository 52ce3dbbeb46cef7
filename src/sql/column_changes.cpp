#include <fmt/format.h>

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

void SqlDialect::checkPlace(const Script& script) const {
    const auto* add = std::get_if<op::AddColumn>(&script.current());
    if (add != nullptr) {
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

void SqlDialect::checkChange(const op::ChangeType& o, const Script& script) const {
    const Column* column = columnInHand(script, o.column);
    if (column == nullptr) {
        return;
    }
    if (column->generated && !areMadeAlike(column->type, o.type)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} makes the values of {}.{} itself, and not in that type",
                                  title(),
                                  o.table,
                                  o.column),
                      "add a column of the other type, and drop this one");
    }
    if (column->computed && isSaid(o.castUsing)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{}.{} is computed from other columns, and not cast", o.table, o.column),
            "leave castUsing(...) out, or drop the column and add it with another "
            "expression");
    }
}

void SqlDialect::checkChange(const op::DropNotNull& o, const Script& script) const {
    const Column* column = columnInHand(script, o.column);
    if (column != nullptr && column->generated && isInteger(column->type)) {
        script.refuse(
            {},
            ErrorCode::NotSupportedByServer,
            fmt::format("{} counts {}.{} up, which is never NULL", title(), o.table, o.column),
            "leave it NOT NULL");
    }
}

void SqlDialect::checkChange(const op::SetDefault& o, const Script& script) const {
    const Column* column = columnInHand(script, o.column);
    if (column != nullptr && (column->generated || column->computed)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} makes the values of {}.{} itself, which has no default",
                                  title(),
                                  o.table,
                                  o.column),
                      "add another column with that default, and drop this one");
    }
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
                               identifier(o.table),
                               assignments,
                               identifier(o.column)))
        .rowsOnly = true;
    return true;
}

}  // namespace godwit::detail
