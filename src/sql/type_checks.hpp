#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <godwit/dialect.hpp>

namespace godwit::detail {

// What more than one dialect says in the CHECK of a type.

/// The greatest value of an unsigned integer.
std::string_view greatestUnsigned(ColumnType::Kind integer);

/// " BETWEEN 1901 AND 2155": https://dev.mysql.com/doc/refman/8.4/en/year.html
inline constexpr std::string_view kWithinYears = " BETWEEN 1901 AND 2155";

/// "'a', 'b'".
std::string literalList(const std::vector<std::string>& values, const Dialect& dialect);

/// What to use instead of a type that a server does not have.
std::string_view insteadOf(ColumnType::Kind kind);

}  // namespace godwit::detail
