#include <algorithm>

#include <fmt/format.h>

#include "model/changed_column.hpp"
#include "model/naming.hpp"
#include "model/type_words.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/types.hpp"

// Changes of one attribute of a column, and of constraints that are there.
// https://www.postgresql.org/docs/current/sql-altertable.html

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isEnum(const ColumnType& type) { return type.kind == Kind::Enumeration; }

bool isText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

bool isNumber(const ColumnType& type) { return isNumberKind(type.kind); }

// A default goes from one to the other like an inserted value.
bool areCastAlike(const ColumnType& from, const ColumnType& to) {
    return (isNumber(from) && isNumber(to)) || (isText(from) && isText(to)) ||
           (from.kind == to.kind && from.enumName == to.enumName);
}

const Column* columnOf(const Table* table, const std::string& column) {
    return table == nullptr ? nullptr : findColumn(*table, column);
}

}  // namespace

// Nobody can say of two enum types of one name which is meant.
void PostgresqlDialect::wantSameValues(const op::ChangeType& o,
                                       const Column& known,
                                       const Script& script) const {
    if (isEnum(known.type) && isEnum(o.type) && known.type.enumName == o.type.enumName &&
        known.type.values != o.type.values) {
        script.refuse({},
                      ErrorCode::NotSupportedByServer,
                      fmt::format("the enum type {} of {}.{} would have other values",
                                  o.type.enumName,
                                  o.table,
                                  o.column),
                      "give the new enumeration another name");
    }
}

// The server casts by itself what an INSERT would take too: to texts from anything, between
// numbers, between times. A cast that is written out would cut texts that are too long.
// https://www.postgresql.org/docs/current/sql-createcast.html
std::string PostgresqlDialect::castOf(const op::ChangeType& o,
                                      const Column* known,
                                      const Script& script) const {
    if (isSaid(o.castUsing)) {
        return " USING " + textOf(o.castUsing, "castUsing()", o.line, script);
    }
    const std::string name = identifier(o.column);
    // '1' and '0', as on the other servers, and not 'true' and 'false'.
    if (known != nullptr && known->type.kind == Kind::Boolean && isText(o.type)) {
        return fmt::format(" USING {}::integer::text", name);
    }
    if (known == nullptr || isText(o.type)) {
        return {};
    }
    const ColumnType& from = known->type;
    if (isEnum(o.type) && isEnum(from)) {
        return o.type.enumName == from.enumName
                   ? std::string{}
                   : fmt::format(" USING {}::text::{}", name, postgresqlType(o.type, *this));
    }
    if (isText(from) || isEnum(from)) {
        return fmt::format(" USING {}{}::{}",
                           name,
                           isEnum(from) ? "::text" : "",
                           postgresqlType(o.type, *this));
    }
    if (from.kind == Kind::Boolean && isNumber(o.type)) {
        return fmt::format(" USING {}::integer", name);
    }
    if (isNumber(from) && o.type.kind == Kind::Boolean) {
        return fmt::format(" USING {} <> 0", name);
    }
    return {};
}

// The default of a column is cast like its values, where it can be; it is taken away meanwhile.
// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
void PostgresqlDialect::write(const op::ChangeType& o, Script& script) const {
    wantNotComputedFrom(o.table, o.column, script);
    const Column* known = columnOf(script.table(o.table), o.column);
    Column changed = changedBy(o, known == nullptr ? Column{.name = o.column, .type = {}} : *known);
    changed.line = o.line;
    if (known != nullptr) {
        wantSameValues(o, *known, script);
        wantFreeToRetype({*script.table(o.table), *known}, script);
    }
    makeTypes({changed}, o.table, script);
    const std::string checkBefore = known == nullptr ? "" : typeCheckClause(o.table, *known);
    const std::string checkAfter = typeCheckClause(o.table, changed);
    if (!checkBefore.empty() && checkBefore != checkAfter) {
        script.alter(o.table, "DROP CONSTRAINT " + identifier(typeCheckName(o.table, *known)));
    }
    const std::string column = "ALTER COLUMN " + identifier(o.column);
    const std::string type = fmt::format("{} TYPE {}{}{}",
                                         column,
                                         postgresqlType(o.type, *this),
                                         collateClause(o.table, changed, script),
                                         castOf(o, known, script));
    const bool defaultToo =
        known != nullptr && known->defaultValue && !areCastAlike(known->type, o.type);
    script.alter(o.table,
                 defaultToo ? fmt::format("{0} DROP DEFAULT, {1}, {0} SET{2}",
                                          column,
                                          type,
                                          postgresqlDefault(changed, *this, can()))
                            : type);
    if (!checkAfter.empty() && checkBefore != checkAfter) {
        script.alter(o.table, "ADD " + checkAfter);
    }
    const bool sameType =
        isNativeEnum(changed) && known != nullptr && known->type.enumName == o.type.enumName;
    if (known != nullptr && !sameType) {
        dropEnumTypes({*known}, o.table, script);
    }
}

void PostgresqlDialect::write(const op::SetNotNull& o, Script& script) const {
    if (!o.backfillFrom.empty() || isSaid(o.backfill)) {
        writeRows(o.table, script, [&] { fillNulls(o, {}, script); });
    }
    script.alter(o.table, fmt::format("ALTER COLUMN {} SET NOT NULL", identifier(o.column)));
}

void PostgresqlDialect::write(const op::DropNotNull& o, Script& script) const {
    script.alter(o.table, fmt::format("ALTER COLUMN {} DROP NOT NULL", identifier(o.column)));
}

void PostgresqlDialect::write(const op::SetDefault& o, Script& script) const {
    const Column* known = columnOf(script.table(o.table), o.column);
    const Column column = changedBy(
        o,
        known == nullptr ? Column{.name = o.column, .type = {.kind = Kind::TimestampTz}} : *known);
    script.alter(
        o.table,
        fmt::format("ALTER COLUMN {} {}",
                    identifier(o.column),
                    o.value ? "SET" + postgresqlDefault(column, *this, can()) : "DROP DEFAULT"));
}

void PostgresqlDialect::write(const op::RenameConstraint& o, Script& script) const {
    script.alter(
        o.table,
        fmt::format("RENAME CONSTRAINT {} TO {}", identifier(o.constraint), identifier(o.to)));
}

void PostgresqlDialect::write(const op::ValidateConstraint& o, Script& script) const {
    script.alter(o.table, "VALIDATE CONSTRAINT " + identifier(o.constraint));
}

}  // namespace godwit::detail
