#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <godwit/schema.hpp>

namespace godwit::detail {

/// SQL that makes of a value of `from`, as SQLite stores it, the same value of `to`. What a STRICT
/// table turns by itself, and refuses where it would lose something, is `value` as it is.
/// Nothing where there is no such SQL.
/// https://www.sqlite.org/stricttables.html
std::optional<std::string> sqliteCast(const ColumnType& from,
                                      const ColumnType& to,
                                      const std::string& value);

/// False when an expression over the table that is meant for other databases too would mean
/// another value of `type` on SQLite, which stores decimals as scaled integers or text.
bool meansTheSameOnSqlite(std::string_view sql, const Table& table, const ColumnType& type);

/// "an integer, times 10^2", for a decimal.
std::string storageInWords(const ColumnType& decimal);

}  // namespace godwit::detail
