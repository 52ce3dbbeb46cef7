#include <fmt/format.h>

#include "model/qualified.hpp"
#include "model/signatures.hpp"
#include "postgresql/dialect.hpp"

// How the catalog is asked for something.

namespace godwit::detail {

namespace {

using What = Sought::What;

std::string_view typeOf(What what) {
    switch (what) {
    case What::PrimaryKey:
        return " AND contype = 'p'";
    case What::UniqueKey:
        return " AND contype = 'u'";
    case What::ForeignKey:
        return " AND contype = 'f'";
    case What::Check:
        return " AND contype = 'c'";
    case What::Exclusion:
        return " AND contype = 'x'";
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

// The schema that something of this name is made in.
std::string PostgresqlDialect::placeOf(std::string_view name) const {
    const std::string_view schema = schemaOf(name);
    return schema.empty() ? "current_schema()" : literal(schema);
}

// Of functions of one name that with these parameters; any of them when none are given.
// https://www.postgresql.org/docs/current/catalog-pg-proc.html
std::string PostgresqlDialect::withParameters(const std::string& signature) const {
    if (signature.empty()) {
        return {};
    }
    std::vector<std::string> types;
    for (const std::string& type : parameterTypes(signature)) {
        types.push_back(fmt::format("to_regtype({})::oid", literal(type)));
    }
    return fmt::format(
        " AND proargtypes::text = {}",
        types.empty() ? "''" : fmt::format("concat_ws(' ', {})", fmt::join(types, ", ")));
}

// https://www.postgresql.org/docs/current/catalogs.html
std::string PostgresqlDialect::objectQuery(const ObjectName& object, Wanted wanted) const {
    const std::string name = literal(unqualified(object.name));
    const std::string table = fmt::format("to_regclass({})", literal(objectName(object.table)));
    const auto relation = [&](std::string_view kind) {
        return wanted == Wanted::ToMake
                   ? fmt::format(
                         "SELECT FROM pg_class WHERE relname = {} AND relkind = '{}' AND "
                         "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = {})",
                         name,
                         kind,
                         placeOf(object.name))
                   : fmt::format(
                         "SELECT FROM pg_class WHERE oid = to_regclass({}) AND relkind = '{}'",
                         literal(objectName(object.name)),
                         kind);
    };
    const auto routine = [&](std::string_view kind) {
        const bool alongPath = wanted == Wanted::ToUse && schemaOf(object.name).empty();
        return fmt::format(
            "SELECT FROM pg_proc WHERE proname = {} AND prokind = '{}' AND {}{}",
            name,
            kind,
            alongPath
                ? "pg_function_is_visible(oid)"
                : fmt::format("pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = {})",
                              placeOf(object.name)),
            withParameters(object.signature));
    };
    switch (object.kind) {
    case ObjectKind::View:
        return relation("v");
    case ObjectKind::MaterializedView:
        return relation("m");
    case ObjectKind::Sequence:
        return relation("S");
    case ObjectKind::Function:
        return routine("f");
    case ObjectKind::Procedure:
        return routine("p");
    case ObjectKind::Trigger:
        return fmt::format("SELECT FROM pg_trigger WHERE tgrelid = {} AND tgname = {}",
                           table,
                           name);
    case ObjectKind::Policy:
        return fmt::format("SELECT FROM pg_policy WHERE polrelid = {} AND polname = {}",
                           table,
                           name);
    case ObjectKind::RowSecurity:
        return fmt::format("SELECT FROM pg_class WHERE oid = {} AND relrowsecurity", table);
    case ObjectKind::Partition:
        return fmt::format(
            "SELECT FROM pg_inherits WHERE inhparent = {} AND inhrelid = to_regclass({})",
            table,
            literal(objectName(object.name)));
    case ObjectKind::Schema:
        return fmt::format("SELECT FROM pg_namespace WHERE nspname = {}", name);
    case ObjectKind::Extension:
        return fmt::format("SELECT FROM pg_extension WHERE extname = {}", name);
    case ObjectKind::Role:
        return fmt::format("SELECT FROM pg_roles WHERE rolname = {}", name);
    case ObjectKind::Grant:
        break;
    }
    return {};
}

// A new table goes into the first schema of the search path; what is there is found along all of
// it. https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH
std::string PostgresqlDialect::thereQuery(const Sought& object, Wanted wanted) const {
    const std::string name = literal(object.name);
    const std::string table = fmt::format("to_regclass({})", literal(objectName(object.table)));
    switch (object.what) {
    case What::Table:
        return wanted == Wanted::ToMake
                   ? fmt::format(
                         "SELECT FROM pg_class WHERE relname = {} AND relkind IN ('r', 'p', "
                         "'f') AND relnamespace = (SELECT oid FROM pg_namespace WHERE "
                         "nspname = {})",
                         literal(unqualified(object.table)),
                         placeOf(object.table))
                   : fmt::format(
                         "SELECT FROM pg_class WHERE oid = {} AND relkind IN ('r', 'p', 'f')",
                         table);
    case What::Column:
        return fmt::format(
            "SELECT FROM pg_attribute WHERE attrelid = {} AND attname = {} AND "
            "attnum > 0 AND NOT attisdropped",
            table,
            name);
    case What::PrimaryKey:
        return fmt::format("SELECT FROM pg_constraint WHERE conrelid = {}{}",
                           table,
                           typeOf(object.what));
    case What::UniqueKey:
    case What::ForeignKey:
    case What::Check:
    case What::Exclusion:
    case What::Constraint:
        return fmt::format("SELECT FROM pg_constraint WHERE conrelid = {} AND conname = {}{}",
                           table,
                           name,
                           typeOf(object.what));
    case What::Index:
        return fmt::format(
            "SELECT FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid "
            "= {} AND relname = {}",
            table,
            name);
    case What::Object:
        return objectQuery(object.object, wanted);
    case What::Enumeration:
        return wanted == Wanted::ToMake
                   ? fmt::format(
                         "SELECT FROM pg_type WHERE typname = {} AND typnamespace = (SELECT oid "
                         "FROM pg_namespace WHERE nspname = {})",
                         literal(unqualified(object.table)),
                         placeOf(object.table))
                   : fmt::format("SELECT FROM pg_type WHERE oid = to_regtype({}) AND typtype = 'e'",
                                 literal(objectName(object.table)));
    case What::EnumValue:
        return fmt::format(
            "SELECT FROM pg_enum WHERE enumtypid = to_regtype({}) AND enumlabel = {}",
            literal(objectName(object.table)),
            name);
    }
    return {};
}

// No form of INDEX: it would look for the index at every table. CREATE TABLE IF NOT EXISTS would
// take a view for the table. https://www.postgresql.org/docs/current/sql-altertable.html,
// sql-dropindex.html and their like.
std::span<const GuardedForm> PostgresqlDialect::guardedForms() const {
    static constexpr GuardedForm kForms[] = {
        {"DROP TABLE ", "DROP TABLE IF EXISTS "},
        {"ALTER TABLE ", "ALTER TABLE IF EXISTS "},
        {"DROP COLUMN ", "DROP COLUMN IF EXISTS "},
        {"DROP CONSTRAINT ", "DROP CONSTRAINT IF EXISTS "},
        {"DROP TYPE ", "DROP TYPE IF EXISTS "},
        {"ADD COLUMN ", "ADD COLUMN IF NOT EXISTS "},
    };
    // Version 12 adds the CHECK of a column that is there already.
    // https://www.postgresql.org/docs/release/13.0/
    constexpr std::uint32_t kSkipsWholeColumn = 13;
    const std::span<const GuardedForm> forms{kForms};
    return server().version.major < kSkipsWholeColumn ? forms.first(forms.size() - 1) : forms;
}

}  // namespace godwit::detail
