#include <map>

#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "sqlite/dialect.hpp"

// How the values of an enumeration change: its CHECK belongs to the definition of the table.

namespace godwit::detail {

void SqliteDialect::write(const op::ChangeEnum& o, Script& script) const {
    std::map<std::string, std::vector<action::ColumnValue>> valuesByTable;
    const std::vector<EnumUse> uses = columnsToChange(o, script);
    wantNoRowsOf(o, uses, script);
    for (const EnumUse& use : uses) {
        wantNotComputed(o, use, script);
        wantNotSpelledOut(o, use, script);
        auto& values = valuesByTable[use.table.name];
        if (movesRows(o)) {
            const std::string name = identifier(use.column.name);
            values.push_back({use.column.name,
                              fmt::format("CASE {0} WHEN {1} THEN {2} ELSE {0} END",
                                          name,
                                          literal(o.value),
                                          literal(o.to))});
        }
    }
    for (auto& [table, values] : valuesByTable) {
        rebuild(table, script, std::move(values));
    }
}

}  // namespace godwit::detail
