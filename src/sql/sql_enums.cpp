#include <algorithm>

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

bool SqlDialect::movesRows(const op::ChangeEnum& o) {
    return o.change != EnumChange::AddValue && !o.to.empty();
}

void SqlDialect::moveRows(const op::ChangeEnum& o, const EnumUse& use, Script& script) const {
    if (!movesRows(o)) {
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

// A question, so that the answer names the call; what the server says of its CHECK or type does
// not.
void SqlDialect::wantNoRowsOf(const op::ChangeEnum& o,
                              const std::vector<EnumUse>& uses,
                              Script& script) const {
    if (o.change != EnumChange::RemoveValue || !o.to.empty()) {
        return;
    }
    for (const EnumUse& use : uses) {
        const std::string& table = use.table.name;
        const std::string& column = use.column.name;
        Statement& question = script.statement(fmt::format("SELECT count(*) FROM {} WHERE {} = {}",
                                                           objectName(table),
                                                           identifier(column),
                                                           literal(o.value)));
        question.rowsOnly = true;
        question.action = action::Verify{
            fmt::format(
                "no row of {} has {} in {}, or removeValue(..., \"...\") says what it becomes",
                table,
                o.value,
                column),
            Comparison::Equals,
            Value{std::int64_t{0}}};
    }
}

// The index of a key stays where it is.
void SqlDialect::withoutForeignKeys(const std::vector<EnumUse>& uses,
                                    Script& script,
                                    const std::function<void()>& change) const {
    const auto isUsed = [&uses](const std::string& table, const std::vector<std::string>& columns) {
        return std::any_of(uses.begin(), uses.end(), [&](const EnumUse& use) {
            return use.table.name == table &&
                   std::find(columns.begin(), columns.end(), use.column.name) != columns.end();
        });
    };
    std::vector<std::pair<std::string, ForeignKey>> keys;
    script.anyTable([&](const Table& table) {
        for (const ForeignKey& key : table.foreignKeys) {
            if (isUsed(table.name, key.columns) ||
                isUsed(key.referencedTable, key.referencedColumns)) {
                keys.emplace_back(table.name, key);
            }
        }
        return false;
    });
    for (const auto& [table, key] : keys) {
        script.alter(table, fmt::format("{} {}", can().dropForeignKey, identifier(key.name)));
    }
    change();
    for (const auto& [table, key] : keys) {
        script.alter(table, "ADD " + foreignKeyClause(key));
    }
}

// The column is never without its CHECK. While rows are moved it lets in both values.
void SqlDialect::changeCheckedEnum(const op::ChangeEnum& o,
                                   const EnumUse& use,
                                   Script& script) const {
    wantNotComputed(o, use, script);
    wantNotSpelledOut(o, use, script);
    const std::string& table = use.table.name;
    const Column after = changedBy(o, use.column);
    checkColumn(&use.table, table, after, script);
    const std::string drop =
        fmt::format("{} {}", can().dropCheck, identifier(typeCheckName(table, use.column)));
    const auto clausesFor = [&](const Column& column) {
        return fmt::format("{},\n    ADD {}", drop, typeCheckClause(table, column));
    };
    if (o.change == EnumChange::RenameValue) {
        Column both = use.column;
        both.type.values.push_back(o.to);
        script.alter(table, clausesFor(both));
    }
    moveRows(o, use, script);
    std::string clauses = clausesFor(after);
    if (after.defaultValue != use.column.defaultValue) {
        clauses += fmt::format(",\n    ALTER COLUMN {} SET DEFAULT {}",
                               identifier(after.name),
                               literal(std::get<TextDefault>(*after.defaultValue).text));
    }
    script.alter(table, std::move(clauses));
}

}  // namespace godwit::detail
