#pragma once

#include <vector>

#include <godwit/schema.hpp>

namespace godwit::detail {

/// The indexes that the foreign keys of a table need for themselves, named like them: one for each
/// whose columns are not the first ones, in the same order, of another key or index.
/// https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html#foreign-key-restrictions
std::vector<Index> foreignKeyIndexes(const Table& table);

}  // namespace godwit::detail
