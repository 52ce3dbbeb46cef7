#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/dialect.hpp>

#include "sqlite/table_text.hpp"

namespace godwit::detail {

/// Without it SQLite would look for the old table while it renames the new one, wherever a view or
/// a trigger speaks of it, and refuse. https://www.sqlite.org/pragma.html#pragma_legacy_alter_table
inline constexpr std::string_view kLegacyAlterTable = "legacy_alter_table";

/// What puts a new table in place of an old one, in this order.
/// https://www.sqlite.org/lang_altertable.html#making_other_kinds_of_table_schema_changes
struct RebuildSql {
    std::string temporary;  ///< The new table's name until it is renamed.
    std::string create;     ///< Under another name.
    std::string sequence;   ///< Of AUTOINCREMENT, carried over; empty for none.
    std::string copy;       ///< The rows.
    std::string drop;
    std::string rename;
};

/// The name that the new table has until it takes the old one's place.
std::string temporaryNameOf(std::string_view table);

/// @param name the table's own, and `temporary` the new one's until it is renamed.
/// @param values SQL over the old table for columns that do not just keep their values.
RebuildSql rebuildSql(std::string_view name,
                      std::string_view temporary,
                      const TableText& found,
                      const TableText& merged,
                      const std::vector<action::ColumnValue>& values,
                      const Dialect& dialect);

/// All of a rebuild as text, for a table that is as the plan knows it and has these indexes.
std::string shownRebuild(const action::RebuildTable& rebuild,
                         const std::vector<std::string>& indexes,
                         const Dialect& dialect);

}  // namespace godwit::detail
