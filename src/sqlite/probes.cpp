#include <fmt/format.h>

#include "sql/row_triggers.hpp"
#include "sqlite/dialect.hpp"

// How the schema is asked for something.

namespace godwit::detail {

namespace {

using What = Sought::What;

}  // namespace

std::string SqliteDialect::thereQuery(const Sought& object, Wanted) const {
    const std::string table = literal(object.table);
    const std::string name = literal(object.name);
    switch (object.what) {
    case What::Table:
        return fmt::format(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = {} COLLATE NOCASE",
            table);
    case What::Column:
        return fmt::format("SELECT 1 FROM pragma_table_xinfo({}) WHERE name = {} COLLATE NOCASE",
                           table,
                           name);
    case What::PrimaryKey:
        return fmt::format("SELECT 1 FROM pragma_table_xinfo({}) WHERE pk > 0", table);
    case What::UniqueKey:
    case What::ForeignKey:
    case What::Check:
    case What::Exclusion:
    case What::Constraint:
        return constraintQuery(object);
    case What::Index:
        return fmt::format(
            "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND tbl_name = {} "
            "COLLATE NOCASE AND name = {} COLLATE NOCASE",
            table,
            name);
    case What::Object:
        return fmt::format(
            "SELECT 1 FROM sqlite_schema WHERE type = {} AND name IN ({}) COLLATE NOCASE",
            object.object.kind == ObjectKind::View ? "'view'" : "'trigger'",
            object.object.kind == ObjectKind::View ? literal(object.object.name)
                                                   : rowTriggerNames(object.object.name, *this));
    case What::Enumeration:
    case What::EnumValue:
        break;  // Kept in no catalog.
    }
    return {};
}

// The names of constraints stand nowhere but in the text of CREATE TABLE, in whatever quotes.
// https://www.sqlite.org/lang_keywords.html
std::string SqliteDialect::constraintQuery(const Sought& object) const {
    std::string spellings;
    for (const std::string& spelling : {quoted(object.name, '"'),
                                        quoted(object.name, '`'),
                                        fmt::format("[{}]", object.name),
                                        object.name + " "}) {
        spellings += fmt::format("{}instr(text, lower({}))",
                                 spellings.empty() ? "" : " OR ",
                                 literal("constraint " + spelling));
    }
    return fmt::format(
        "SELECT 1 FROM (SELECT lower(replace(replace(replace(sql, char(10), ' '), "
        "char(13), ' '), char(9), ' ')) AS text FROM sqlite_schema WHERE type = "
        "'table' AND name = {} COLLATE NOCASE) WHERE {}",
        literal(object.table),
        spellings);
}

// No form of INDEX: it would look for the index at every table. CREATE TABLE IF NOT EXISTS would
// take a view for the table. https://www.sqlite.org/lang_dropindex.html and its like.
std::span<const GuardedForm> SqliteDialect::guardedForms() const {
    static constexpr GuardedForm kForms[] = {
        {"DROP TABLE ", "DROP TABLE IF EXISTS "},
    };
    return kForms;
}

}  // namespace godwit::detail
