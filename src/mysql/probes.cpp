#include <fmt/format.h>

#include "model/qualified.hpp"
#include "mysql/dialect.hpp"
#include "sql/row_triggers.hpp"

// How information_schema is asked for something.

namespace godwit::detail {

namespace {

using What = Sought::What;

std::string_view typeOf(What what) {
    switch (what) {
    case What::PrimaryKey:
        return " AND constraint_type = 'PRIMARY KEY'";
    case What::UniqueKey:
        return " AND constraint_type = 'UNIQUE'";
    case What::ForeignKey:
        return " AND constraint_type = 'FOREIGN KEY'";
    case What::Check:
        return " AND constraint_type = 'CHECK'";
    case What::Exclusion:
    case What::Table:
    case What::Column:
    case What::Constraint:
    case What::Index:
    case What::Object:
    case What::Enumeration:
    case What::EnumValue:
        break;
    }
    return {};
}

}  // namespace

// The database that something of this name is in.
std::string MysqlDialect::placeOf(std::string_view name) const {
    const std::string_view schema = schemaOf(name);
    return schema.empty() ? "DATABASE()" : literal(schema);
}

// https://dev.mysql.com/doc/refman/8.4/en/information-schema.html
// https://mariadb.com/docs/server/reference/system-tables/information-schema
std::string MysqlDialect::objectQuery(const ObjectName& object) const {
    const std::string name = literal(unqualified(object.name));
    const auto inTables = [&](std::string_view type) {
        return fmt::format(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND table_name = {} "
            "AND table_type = '{}'",
            placeOf(object.name),
            name,
            type);
    };
    const auto routine = [&](std::string_view type) {
        return fmt::format(
            "SELECT 1 FROM information_schema.routines WHERE routine_schema = {} AND routine_name "
            "= {} AND routine_type = '{}'",
            placeOf(object.name),
            name,
            type);
    };
    switch (object.kind) {
    case ObjectKind::View:
        return inTables("VIEW");
    case ObjectKind::Sequence:
        return inTables("SEQUENCE");
    case ObjectKind::Function:
        return routine("FUNCTION");
    case ObjectKind::Procedure:
        return routine("PROCEDURE");
    case ObjectKind::Trigger:
        return fmt::format(
            "SELECT 1 FROM information_schema.triggers WHERE trigger_schema = {} AND trigger_name "
            "IN ({})",
            placeOf(object.table),
            rowTriggerNames(object.name, *this));
    case ObjectKind::Partition:
        return fmt::format(
            "SELECT 1 FROM information_schema.partitions WHERE table_schema = {} AND table_name = "
            "{} AND partition_name = {}",
            placeOf(object.table),
            literal(unqualified(object.table)),
            name);
    case ObjectKind::Schema:
        return fmt::format("SELECT 1 FROM information_schema.schemata WHERE schema_name = {}",
                           name);
    case ObjectKind::Role:  // By syntax.
    case ObjectKind::MaterializedView:
    case ObjectKind::Extension:
    case ObjectKind::RowSecurity:
    case ObjectKind::Policy:
    case ObjectKind::Grant:
        break;
    }
    return {};
}

std::string MysqlDialect::thereQuery(const Sought& object, Wanted) const {
    const auto from = [&](std::string_view view, std::string_view schema, std::string_view more) {
        return fmt::format(
            "SELECT 1 FROM information_schema.{} WHERE {} = {} AND "
            "table_name = {}{}",
            view,
            schema,
            placeOf(object.table),
            literal(unqualified(object.table)),
            more);
    };
    // Names compare without regard to case, but not without regard to accents, as the collation of
    // these views would have it, which is not the same for each of them.
    const auto named = [&](std::string_view column) {
        return fmt::format(
            " AND CONVERT(LOWER({}) USING utf8mb4) COLLATE utf8mb4_bin = "
            "CONVERT(LOWER({}) USING utf8mb4) COLLATE utf8mb4_bin",
            column,
            literal(object.name));
    };
    switch (object.what) {
    case What::Table:
        return from("tables", "table_schema", " AND table_type <> 'VIEW'");
    case What::Column:
        return from("columns", "table_schema", named("column_name"));
    case What::PrimaryKey:
        return from("table_constraints", "table_schema", typeOf(object.what));
    case What::UniqueKey:
    case What::ForeignKey:
    case What::Check:
    case What::Exclusion:
    case What::Constraint:
        return from("table_constraints",
                    "table_schema",
                    fmt::format("{}{}", named("constraint_name"), typeOf(object.what)));
    case What::Index:
        return from("statistics", "table_schema", named("index_name"));
    case What::Object:
        return objectQuery(object.object);
    case What::Enumeration:
    case What::EnumValue:
        break;  // Kept in no catalog.
    }
    return {};
}

// CREATE TABLE IF NOT EXISTS would take a view for the table.
// https://dev.mysql.com/doc/refman/8.4/en/drop-table.html
// https://dev.mysql.com/doc/refman/8.4/en/create-role.html
// https://mariadb.com/docs/server/reference/sql-statements/data-definition/alter/alter-table
std::span<const GuardedForm> MysqlDialect::guardedForms() const {
    static constexpr GuardedForm kMysql[] = {
        {"DROP TABLE ", "DROP TABLE IF EXISTS "},
        {"CREATE ROLE ", "CREATE ROLE IF NOT EXISTS "},
        {"DROP ROLE ", "DROP ROLE IF EXISTS "},
    };
    static constexpr GuardedForm kMariadb[] = {
        {"DROP TABLE ", "DROP TABLE IF EXISTS "},
        {"CREATE ROLE ", "CREATE ROLE IF NOT EXISTS "},
        {"DROP ROLE ", "DROP ROLE IF EXISTS "},
        {"ALTER TABLE ", "ALTER TABLE IF EXISTS "},
        {"ADD COLUMN ", "ADD COLUMN IF NOT EXISTS "},
        {"DROP COLUMN ", "DROP COLUMN IF EXISTS "},
        {"ADD INDEX ", "ADD INDEX IF NOT EXISTS "},
        {"DROP INDEX ", "DROP INDEX IF EXISTS "},
        {"DROP CONSTRAINT ", "DROP CONSTRAINT IF EXISTS "},
        {"DROP FOREIGN KEY ", "DROP FOREIGN KEY IF EXISTS "},
    };
    return server().kind == DatabaseKind::MariaDB ? std::span<const GuardedForm>{kMariadb}
                                                  : std::span<const GuardedForm>{kMysql};
}

}  // namespace godwit::detail
