#include <algorithm>

#include <fmt/format.h>

#include "postgresql/dialect.hpp"
#include "postgresql/types.hpp"
#include "support/hex.hpp"

// What is different here in rows of data.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

bool isText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

bool hasNoEquality(const ColumnType& type) {
    return type.kind == Kind::Xml || type.kind == Kind::Point || type.kind == Kind::Geometry ||
           type.kind == Kind::Custom ||
           (type.kind == Kind::Json && type.form == ColumnType::Form::Plain);
}

}  // namespace

// Without a backslash, whose meaning is a setting.
// https://www.postgresql.org/docs/current/functions-binarystring.html
std::string PostgresqlDialect::bytesLiteral(const Bytes& value) const {
    return fmt::format("decode('{}', 'hex')", hexOf(value.data));
}

std::string PostgresqlDialect::defaultFor(const Column& column, const DefaultValue& value) const {
    constexpr std::string_view kDefault = " DEFAULT ";
    const Column given{.name = column.name, .type = column.type, .defaultValue = value};
    return postgresqlDefault(given, *this, can()).substr(kDefault.size());
}

std::string PostgresqlDialect::fitted(const Value& value,
                                      const Column& column,
                                      const Script& script) const {
    const auto* number = std::get_if<std::int64_t>(&value.data);
    if (column.type.kind == Kind::Duration && number != nullptr) {
        return fmt::format("'{} microseconds'", *number);
    }
    return SqlDialect::fitted(value, column, script);
}

std::string PostgresqlDialect::timeLiteral(const std::string& time, const ColumnType& type) const {
    return literal(type.kind == Kind::TimestampTz ? time + "+00" : time);
}

// https://www.postgresql.org/docs/current/sql-insert.html
std::string_view PostgresqlDialect::overriding(const Table* table,
                                               const std::vector<std::string>& columns) const {
    const bool always =
        std::any_of(columns.begin(), columns.end(), [table](const std::string& name) {
            const Column* column = table == nullptr ? nullptr : findColumn(*table, name);
            return column != nullptr && column->identity.always;
        });
    return always ? " OVERRIDING SYSTEM VALUE" : "";
}

// A sequence does not see the numbers that rows bring along. Never back: what it has given may be
// known elsewhere. https://www.postgresql.org/docs/current/view-pg-sequences.html
void PostgresqlDialect::catchUp(const std::string& table,
                                const std::vector<std::string>& columns,
                                Script& script) const {
    const Table* known = script.table(table);
    for (const std::string& name : columns) {
        const Column* column = known == nullptr ? nullptr : findColumn(*known, name);
        if (column == nullptr || !column->generated || column->type.kind == Kind::Uuid) {
            continue;
        }
        const std::string sequence = fmt::format("pg_get_serial_sequence({}, {})",
                                                 literal(objectName(table)),
                                                 literal(name));
        script
            .statement(fmt::format(
                "SELECT setval({0}, max({1})) FROM {2}\n"
                "HAVING max({1}) > (SELECT coalesce(last_value, start_value - 1) FROM pg_sequences "
                "WHERE format('%I.%I', schemaname, sequencename) = {0})",
                sequence,
                identifier(name),
                objectName(table)))
            .rowsOnly = true;
    }
}

// Until what is copied is changed, or goes, nobody else writes to it: a row that was committed
// behind the copy would be lost. https://www.postgresql.org/docs/current/sql-lock.html
void PostgresqlDialect::lock(const std::string& table, Script& script) const {
    script.statement(fmt::format("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE", objectName(table)))
        .rowsOnly = true;
}

void PostgresqlDialect::write(const op::CopyRows& o, Script& script) const {
    lock(o.from, script);
    writeRows(o.table, script, [&] { SqlDialect::write(o, script); });
}

// A column that is always counted takes no value from an UPDATE.
// https://www.postgresql.org/docs/current/sql-altertable.html
void PostgresqlDialect::write(const op::CopyColumn& o, Script& script) const {
    const Table* table = script.table(o.table);
    const Column* column = table == nullptr ? nullptr : findColumn(*table, o.column);
    const bool always = column != nullptr && column->identity.always;
    const std::string generated = fmt::format("ALTER TABLE {} ALTER COLUMN {} SET GENERATED ",
                                              objectName(o.table),
                                              identifier(o.column));
    if (always) {
        script.statement(generated + "BY DEFAULT");
    }
    writeRows(o.table, script, [&] { SqlDialect::write(o, script); });
    if (always) {
        script.statement(generated + "ALWAYS");
    }
}

void PostgresqlDialect::write(const op::ForgetChanged& o, Script& script) const {
    lock(o.from, script);
    SqlDialect::write(o, script);
}

// https://www.postgresql.org/docs/current/functions-string.html
action::RunBatches::Key PostgresqlDialect::batchKey(const std::string& name,
                                                    const Column* /*column*/) const {
    return {name, fmt::format("quote_literal({})", name)};
}

// Between an enumeration and the text that a copy keeps of it there is no way but a cast.
std::string PostgresqlDialect::converted(std::string sql,
                                         const Column* from,
                                         const Column* to) const {
    if (from == nullptr || to == nullptr || from->type.kind == to->type.kind) {
        return sql;
    }
    return fmt::format("CAST({} AS {})", sql, postgresqlType(to->type, *this));
}

// Texts are equal when their bytes are, whatever their collation says.
std::string PostgresqlDialect::isSame(const std::string& a,
                                      const std::string& b,
                                      const Column* column) const {
    if (column != nullptr && isText(column->type)) {
        return fmt::format("{}::text COLLATE \"C\" IS NOT DISTINCT FROM {}::text", a, b);
    }
    const bool asText = column != nullptr && hasNoEquality(column->type);
    return asText ? fmt::format("{}::text IS NOT DISTINCT FROM {}::text", a, b)
                  : SqlDialect::isSame(a, b, column);
}

}  // namespace godwit::detail
