#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/type_words.hpp"
#include "postgresql/dialect.hpp"
#include "postgresql/types.hpp"
#include "sql/type_checks.hpp"

// How a column is defined, and the types and extensions that it needs.

namespace godwit::detail {

namespace {

// One column for each enum type among them.
std::vector<const Column*> enumTypesOf(const std::vector<Column>& columns) {
    std::vector<const Column*> types;
    std::set<std::string_view> seen;
    for (const Column& column : columns) {
        if (isNativeEnum(column) && seen.insert(column.type.enumName).second) {
            types.push_back(&column);
        }
    }
    return types;
}

template <class Holds>
bool anyColumn(const Script& script, const Holds& holds) {
    return script.anyTable([&](const Table& table) {
        return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
            return holds(table, column);
        });
    });
}

bool isThere(const Script& script, std::string_view enumName) {
    return script.nearby().enums.contains(enumName) ||
           anyColumn(script, [&](const Table&, const Column& column) {
               return isNativeEnum(column) && column.type.enumName == enumName;
           });
}

// True when nothing but these columns of the table is of the type.
bool onlyTheseUse(const std::vector<Column>& columns,
                  const std::string& table,
                  const std::string& enumName,
                  const Script& script) {
    return !anyColumn(script, [&](const Table& other, const Column& column) {
        const bool oneOfThese = other.name == table &&
                                std::find(columns.begin(), columns.end(), column) != columns.end();
        return isNativeEnum(column) && column.type.enumName == enumName && !oneOfThese;
    });
}

bool isKnownToBeThere(const Script& script, std::string_view extension) {
    return anyColumn(script, [&](const Table&, const Column& column) {
        return postgresqlExtension(column.type) == extension;
    });
}

}  // namespace

std::string PostgresqlDialect::columnLine(const Table* owner,
                                          const std::string& table,
                                          const Column& column,
                                          const Script& script) const {
    checkColumn(owner, table, column, script);
    const std::string check = typeCheckClause(table, column);
    return fmt::format("{} {}{}{}{}{}{}{}",
                       identifier(column.name),
                       postgresqlType(column.type, *this),
                       collateClause(table, column, script),
                       column.nullable ? "" : " NOT NULL",
                       postgresqlDefault(column, *this, can()),
                       computedClause(table, column, script),
                       check.empty() ? "" : " ",
                       check);
}

// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-GENERATED-IDENTITY
void PostgresqlDialect::checkColumn(const Table* owner,
                                    const std::string& table,
                                    const Column& column,
                                    const Script& script) const {
    SqlDialect::checkColumn(owner, table, column, script);
    if (column.generated && column.type.kind == ColumnType::Kind::BigInteger &&
        column.type.isUnsigned) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL cannot count {}.{} up: it keeps "
                                  "unsignedBigInteger() as a numeric",
                                  table,
                                  column.name),
                      "use bigInteger(), or unsignedInteger()");
    }
    // https://www.postgresql.org/docs/18/ddl-generated-columns.html
    const bool ofOwnType = isNativeEnum(column) || !postgresqlExtension(column.type).empty();
    if (column.computed && !column.computed->stored && ofOwnType) {
        script.refuse(column.line,
                      ErrorCode::NotSupportedByServer,
                      fmt::format("PostgreSQL computes {}.{} at each reading only if its type is "
                                  "one of the server's own",
                                  table,
                                  column.name),
                      "say storedAs(...)");
    }
}

std::string PostgresqlDialect::typeCheck(const Column& column) const {
    return postgresqlTypeCheck(column, *this);
}

void PostgresqlDialect::write(const op::AddColumn& o, Script& script) const {
    makeTypes({o.column}, o.table, script);
    SqlDialect::write(o, script);
    if (!o.column.comment.empty()) {
        commentOnColumn(o.table, o.column.name, o.column.comment, script);
    }
}

// The server drops the keys and indexes that hold the column with it.
// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-COLUMN
void PostgresqlDialect::write(const op::DropColumn& o, Script& script) const {
    SqlDialect::write(o, script);
    const Table* table = script.table(o.table);
    const Column* column = table == nullptr ? nullptr : findColumn(*table, o.column);
    if (column != nullptr) {
        dropEnumTypes({*column}, o.table, script);
    }
}

void PostgresqlDialect::makeTypes(const std::vector<Column>& columns,
                                  const std::string& table,
                                  Script& script) const {
    makeExtensions(columns, script);
    createEnumTypes(columns, table, script);
}

// Before its first use. It stays: others may have come to use it.
// https://www.postgresql.org/docs/current/sql-createextension.html
void PostgresqlDialect::makeExtensions(const std::vector<Column>& columns, Script& script) const {
    std::set<std::string_view> wanted;
    for (const Column& column : columns) {
        const std::string_view extension = postgresqlExtension(column.type);
        if (!extension.empty() && !isKnownToBeThere(script, extension) &&
            wanted.insert(extension).second) {
            script.statement("CREATE EXTENSION IF NOT EXISTS " + identifier(extension));
        }
    }
}

// A table makes a type of its own name, and so do a view and a partition.
// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-DESCRIPTION
void PostgresqlDialect::refuseTypeNamedLike(std::string_view word,
                                            std::string_view name,
                                            SourceLine line,
                                            const Script& script) {
    script.refuse(line,
                  ErrorCode::NotSupportedByServer,
                  fmt::format("PostgreSQL cannot have a {1} {0} and an enum type {0}", name, word),
                  "give the enumeration's type another name");
}

void PostgresqlDialect::wantNoEnumType(const GivenName& name, const Script& script) {
    if (isThere(script, name.name)) {
        refuseTypeNamedLike(wordOf(name.what), name.name, name.line, script);
    }
}

void PostgresqlDialect::wantFreeTypeName(const std::string& name,
                                         SourceLine line,
                                         const Script& script) {
    if (script.table(name) != nullptr) {
        refuseTypeNamedLike("table", name, line, script);
    }
    for (const auto& [other, known] : script.objects()) {
        const bool hasType = other.kind == ObjectKind::View ||
                             other.kind == ObjectKind::MaterializedView ||
                             other.kind == ObjectKind::Partition;
        if (hasType && other.name == name) {
            refuseTypeNamedLike(wordOf(other.kind), name, line, script);
        }
    }
}

// One that no migration has made may well exist.
bool PostgresqlDialect::hasOwnType(const std::string& name, const Script& script) {
    return isThere(script, name) || !anyColumn(script, [&](const Table&, const Column& column) {
               return column.type.kind == ColumnType::Kind::Enumeration &&
                      column.type.enumName == name;
           });
}

// The type is made with its first column, unless it was made by itself.
void PostgresqlDialect::createEnumTypes(const std::vector<Column>& columns,
                                        const std::string& table,
                                        Script& script) const {
    for (const Column* column : enumTypesOf(columns)) {
        const std::string& name = column->type.enumName;
        if (name == table) {
            refuseTypeNamedLike("table", name, column->line, script);
        }
        wantFreeTypeName(name, column->line, script);
        if (!isThere(script, name)) {
            makeType(name, column->type.values, script);
        }
    }
}

// The type goes with its last column, unless it was made by itself.
void PostgresqlDialect::dropEnumTypes(const std::vector<Column>& columns,
                                      const std::string& table,
                                      Script& script) const {
    for (const Column* column : enumTypesOf(columns)) {
        const std::string& name = column->type.enumName;
        if (!script.nearby().enums.contains(name) && onlyTheseUse(columns, table, name, script)) {
            script.statement("DROP TYPE " + objectName(name));
        }
    }
}

}  // namespace godwit::detail
