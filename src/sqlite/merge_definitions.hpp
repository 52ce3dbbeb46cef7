#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sqlite/table_text.hpp"

namespace godwit::detail {

/// A table's new definition, and what stands in its way.
struct MergedTable {
    TableText table;
    std::vector<std::string> dropped;    ///< Columns that go, in lower case.
    std::vector<std::string> conflicts;  ///< Sentences; empty when all fits together.
};

/// The definition that is found, changed as the plan changes the one it knows: what `wanted` has
/// otherwise than `known` is put in, added or taken away; everything else stays as it is found,
/// also what godwit has not made.
///
/// A conflict is what the plan changes or takes away and somebody else has changed meanwhile, a
/// column that is to be added and is there, and what nobody told godwit of that names a column
/// which goes.
MergedTable mergeDefinitions(const TableText& known,
                             const TableText& found,
                             const TableText& wanted);

/// Takes away the constraint of that name, of the table or of a column, if there is one.
void dropConstraint(TableText& table, std::string_view name);

}  // namespace godwit::detail
