#pragma once

#include <string>

#include <godwit/error.hpp>
#include <godwit/schema.hpp>

namespace godwit::detail {

/// A column that is looked at, and how it is refused.
struct ColumnInHand {
    const std::string& table;
    const Column& column;

    const ColumnType& type() const { return column.type; }

    /// "orders.total " and what is wrong with it.
    /// @throws UsageError
    [[noreturn]] void refuse(ErrorCode code, const std::string& what, std::string hint) const;
};

/// Refuses a default that the column's type cannot hold; the column has one.
/// @throws UsageError (GW207)
void checkDefaultOf(const ColumnInHand& place);

/// "2024-02-29", "12:30:00.5", "2024-02-29 12:30:00": days and times of day that there are, with at
/// most `digits` digits of a second.
bool isDateText(std::string_view text);
bool isTimeText(std::string_view text, std::uint32_t digits);
bool isTimestampText(std::string_view text, std::uint32_t digits);

}  // namespace godwit::detail
