#include <fmt/format.h>

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
        break;
    }
    return {};
}

}  // namespace

// A new table goes into the first schema of the search path; what is there is found along all of
// it. https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH
std::string PostgresqlDialect::thereQuery(const Sought& object, Wanted wanted) const {
    const std::string name = literal(object.name);
    const std::string table = fmt::format("to_regclass({})", literal(identifier(object.table)));
    switch (object.what) {
    case What::Table:
        return wanted == Wanted::ToMake
                   ? fmt::format(
                         "SELECT FROM pg_class WHERE relname = {} AND relkind IN ('r', 'p', "
                         "'f') AND relnamespace = (SELECT oid FROM pg_namespace WHERE "
                         "nspname = current_schema())",
                         literal(object.table))
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
        {"ADD COLUMN ", "ADD COLUMN IF NOT EXISTS "},
    };
    // Version 12 adds the CHECK of a column that is there already.
    // https://www.postgresql.org/docs/release/13.0/
    constexpr std::uint32_t kSkipsWholeColumn = 13;
    const std::span<const GuardedForm> forms{kForms};
    return server().version.major < kSkipsWholeColumn ? forms.first(forms.size() - 1) : forms;
}

}  // namespace godwit::detail
