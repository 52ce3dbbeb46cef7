#include <algorithm>

#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "model/guards.hpp"
#include "model/naming.hpp"
#include "model/sought.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/types.hpp"
#include "sql/type_checks.hpp"

// Enum types, and how their values change.

namespace godwit::detail {

void PostgresqlDialect::makeType(const std::string& name,
                                 const std::vector<std::string>& values,
                                 Script& script) const {
    script.statement(
        fmt::format("CREATE TYPE {} AS ENUM ({})", objectName(name), literalList(values, *this)));
}

void PostgresqlDialect::write(const op::CreateEnum& o, Script& script) const {
    wantFreeTypeName(o.type, o.line, script);
    makeType(o.type, o.values, script);
}

void PostgresqlDialect::write(const op::DropEnum& o, Script& script) const {
    script.statement("DROP TYPE " + objectName(o.type));
}

void PostgresqlDialect::write(const op::RenameEnum& o, Script& script) const {
    wantFreeTypeName(o.to, o.line, script);
    if (hasOwnType(o.type, script)) {
        move("TYPE", o.type, {}, o.to, script);
    }
}

void PostgresqlDialect::write(const op::ChangeEnum& o, Script& script) const {
    const bool done = script.current().guarded && hasNothingToDo(script.current(), script.nearby());
    std::vector<EnumUse> native;
    std::vector<EnumUse> checked;
    for (const EnumUse& use : usesOf(o, script)) {
        (isNativeEnum(use.column) ? native : checked).push_back(use);
    }
    if (!done) {
        wantNoRowsOf(o, checked, script);
        withoutForeignKeys(movesRows(o) ? checked : std::vector<EnumUse>{}, script, [&] {
            for (const EnumUse& use : checked) {
                changeCheckedEnum(o, use, script);
            }
        });
    }
    if (hasOwnType(o.type, script)) {
        changeType(o, native, script);
    }
}

void PostgresqlDialect::changeType(const op::ChangeEnum& o,
                                   const std::vector<EnumUse>& uses,
                                   Script& script) const {
    const std::size_t first = script.pieces().size();
    switch (o.change) {
    case EnumChange::AddValue:
        addValue(o, script);
        return;
    case EnumChange::RenameValue:
        for (const EnumUse& use : uses) {
            // PostgreSQL lets most SQL follow. What is made again later is made of what the
            // migrations say, where the former name would come back.
            wantNotSpelledOut(o, use, script);
        }
        script.statement(fmt::format("ALTER TYPE {} RENAME VALUE {} TO {}",
                                     objectName(o.type),
                                     literal(o.value),
                                     literal(o.to)));
        break;
    case EnumChange::RemoveValue:
        makeTypeAgain(o, uses, script);
        break;
    }
    if (script.current().guarded) {
        const std::string query =
            fmt::format("SELECT EXISTS ({})",
                        thereQuery({Sought::What::EnumValue, o.type, o.value}, Wanted::ToUse));
        std::for_each(script.pieces().begin() + static_cast<std::ptrdiff_t>(first),
                      script.pieces().end(),
                      [&query](Piece& piece) { piece.statement.onlyIf = query; });
    }
}

// A value is not used in the transaction that adds it; the next may be added there.
// https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
void PostgresqlDialect::addValue(const op::ChangeEnum& o, Script& script) const {
    if (!script.pieces().empty() &&
        script.pieces().back().statement.sql.starts_with("ALTER TYPE ")) {
        script.pieces().back().statement.commitAfter = false;
    }
    const std::string& next = o.before.empty() ? o.after : o.before;
    const std::string_view side = o.before.empty() ? "AFTER" : "BEFORE";
    script
        .statement(fmt::format("ALTER TYPE {} ADD VALUE {}{}{}",
                               objectName(o.type),
                               script.current().guarded ? "IF NOT EXISTS " : "",
                               literal(o.value),
                               next.empty() ? "" : fmt::format(" {} {}", side, literal(next))))
        .commitAfter = true;
}

// No value leaves a type: another type takes its name, and the columns take that. What else is
// made of the type by name would stay behind.
void PostgresqlDialect::makeTypeAgain(const op::ChangeEnum& o,
                                      const std::vector<EnumUse>& uses,
                                      Script& script) const {
    const std::vector<std::string> values = enumValues(script.nearby(), o.type);
    if (values.empty() && script.current().guarded) {
        wantNoSuchValue(o, script);
        return;
    }
    if (values.empty()) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL removes a value only by making the type {} again, of "
                                  "which nothing is known here",
                                  o.type),
                      "name an enumeration that the migrations before have made, or make the type "
                      "again with schema.sql(...)");
    }
    for (const EnumUse& use : uses) {
        wantNotComputed(o, use, script);
        wantNotSpelledOut(o, use, script);
        wantFreeToRetype(use, script);
    }
    wantNoOtherValues(o, values, script);
    wantNoRowsOf(o, uses, script);
    withoutHolders(uses, script, [&] {
        const std::string former = formerTypeName(o.type);
        move("TYPE", o.type, {}, former, script);
        makeType(o.type, changedBy(o, values), script);
        for (const EnumUse& use : uses) {
            changeToType(o, use, script);
        }
        script.statement("DROP TYPE " + objectName(former));
    });
}

// Those that raw SQL or a hand has added would be gone with the former type.
void PostgresqlDialect::wantNoOtherValues(const op::ChangeEnum& o,
                                          const std::vector<std::string>& values,
                                          Script& script) const {
    script
        .statement(fmt::format("SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM "
                               "pg_enum WHERE enumtypid = to_regtype({}) AND enumlabel NOT IN ({})",
                               literal(objectName(o.type)),
                               literalList(values, *this)))
        .action = action::Verify{
        fmt::format("the type {} has no values but {}, or a migration before adds them",
                    o.type,
                    fmt::join(values, ", ")),
        Comparison::Equals,
        Value{}};
}

// Nothing is known that could be made again; where the type or the value is not there, nothing has
// to be.
void PostgresqlDialect::wantNoSuchValue(const op::ChangeEnum& o, Script& script) const {
    script
        .statement(
            fmt::format("SELECT NOT EXISTS ({})",
                        thereQuery({Sought::What::EnumValue, o.type, o.value}, Wanted::ToUse)))
        .action = action::Verify{
        fmt::format("the type {}, which no migration has made, has no value {}", o.type, o.value),
        Comparison::Equals,
        Value{true}};
}

// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
void PostgresqlDialect::changeToType(const op::ChangeEnum& o,
                                     const EnumUse& use,
                                     Script& script) const {
    const std::string name = identifier(use.column.name);
    const std::string type = objectName(o.type);
    const std::string value =
        o.to.empty() ? fmt::format("{}::text", name)
                     : fmt::format("(CASE {0}::text WHEN {1} THEN {2} ELSE {0}::text END)",
                                   name,
                                   literal(o.value),
                                   literal(o.to));
    const std::string retype =
        fmt::format("ALTER COLUMN {0} TYPE {1} USING {2}::{1}", name, type, value);
    script.alter(use.table.name,
                 use.column.defaultValue
                     ? fmt::format("ALTER COLUMN {0} DROP DEFAULT, {1}, ALTER COLUMN {0} SET{2}",
                                   name,
                                   retype,
                                   postgresqlDefault(changedBy(o, use.column), *this, can()))
                     : retype);
}

void PostgresqlDialect::moveRows(const op::ChangeEnum& o,
                                 const EnumUse& use,
                                 Script& script) const {
    if (movesRows(o)) {
        writeRows(use.table.name, script, [&] { SqlDialect::moveRows(o, use, script); });
    }
}

}  // namespace godwit::detail
