#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "model/guards.hpp"
#include "model/naming.hpp"
#include "sql/sql_dialect.hpp"

// Enumerations where they are no types of their own, and how the values of one change that is text
// with a CHECK.

namespace godwit::detail {

// The plan alone knows of it, until a column is of it.
void SqlDialect::write(const op::CreateEnum&, Script&) const {}

void SqlDialect::write(const op::DropEnum&, Script&) const {}

void SqlDialect::write(const op::RenameEnum&, Script&) const {}

std::vector<EnumUse> SqlDialect::usesOf(const op::ChangeEnum& o, const Script& script) {
    std::vector<EnumUse> uses;
    for (const auto& [name, table] : script.nearby().tables) {
        for (const Column& column : table.columns) {
            if (concerns(o, column)) {
                uses.push_back({table, column});
                uses.back().column.line = {};
            }
        }
    }
    return uses;
}

std::vector<EnumUse> SqlDialect::columnsToChange(const op::ChangeEnum& o,
                                                 const Script& script) const {
    const Schema& known = script.nearby();
    if (script.current().guarded && hasNothingToDo(script.current(), known)) {
        return {};
    }
    std::vector<EnumUse> uses = usesOf(o, script);
    if (uses.empty() && !known.enums.contains(o.type)) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{} keeps the values of an enumeration in its columns, and no "
                                  "column of {} is known here",
                                  title(),
                                  o.type),
                      "name an enumeration that the migrations before have made, or write ALTER "
                      "TABLE with schema.sql(...)");
    }
    return uses;
}

void SqlDialect::wantNotComputed(const op::ChangeEnum& o,
                                 const EnumUse& use,
                                 const Script& script) {
    if (use.column.computed && o.change != EnumChange::AddValue) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("{}.{} is computed, and may make the value {} again",
                                  use.table.name,
                                  use.column.name,
                                  o.value),
                      fmt::format("drop the column {} first, and add it with another expression",
                                  use.column.name));
    }
}

void SqlDialect::moveRows(const op::ChangeEnum& o, const EnumUse& use, Script& script) const {
    if (o.change == EnumChange::AddValue || o.to.empty()) {
        return;
    }
    const std::string column = identifier(use.column.name);
    script
        .statement(fmt::format("UPDATE {0} SET {1} = {2}{3} WHERE {1} = {4}",
                               objectName(use.table.name),
                               column,
                               literal(o.to),
                               keptMoments(use.table.name, script),
                               literal(o.value)))
        .rowsOnly = true;
}

void SqlDialect::changeCheckedEnum(const op::ChangeEnum& o,
                                   const EnumUse& use,
                                   Script& script) const {
    wantNotComputed(o, use, script);
    const std::string& table = use.table.name;
    const Column after = changedBy(o, use.column);
    checkColumn(&use.table, table, after, script);
    script.alter(
        table,
        fmt::format("{} {}", can().dropCheck, identifier(typeCheckName(table, use.column))));
    moveRows(o, use, script);
    script.alter(table, "ADD " + typeCheckClause(table, after));
    if (after.defaultValue != use.column.defaultValue) {
        script.alter(table,
                     fmt::format("ALTER COLUMN {} SET DEFAULT {}",
                                 identifier(after.name),
                                 literal(std::get<TextDefault>(*after.defaultValue).text)));
    }
}

}  // namespace godwit::detail
