#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/schema.hpp>

namespace godwit::detail {

/// True when a primary key, a unique key or a unique index over all rows lies within these columns:
/// no two rows hold the same non-NULL values in them.
bool tellRowsApart(const Table& table, const std::vector<std::string>& columns);

/// Why a row cannot be found by the value that a column of the type holds; empty when it can.
std::string_view faultOfKey(const ColumnType& type);

}  // namespace godwit::detail
