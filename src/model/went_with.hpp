#pragma once

#include <vector>

#include <godwit/operation.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// True when something may go with what the operation drops, unsaid.
bool takesAlong(const Operation& operation);

/// Makes again, at the end of `back`, what went with a drop unsaid: the keys and indexes of a
/// column, the partitions of a table, which hold its rows, and then its triggers and policies, the
/// triggers of a view or of a partition.
/// @param before,after as the drop found the schema, and as it left it.
void bringBackWhatWentWith(const Operation& drop,
                           const Schema& before,
                           const Schema& after,
                           std::vector<Operation>& back);

}  // namespace godwit::detail
