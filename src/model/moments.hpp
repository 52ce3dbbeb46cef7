#pragma once

#include <cstdint>
#include <string_view>

namespace godwit::detail {

/// "2024-02-29", "12:30:00.5", "2024-02-29 12:30:00": days and times of day that there are, with at
/// most `digits` digits of a second.
bool isDateText(std::string_view text);
bool isTimeText(std::string_view text, std::uint32_t digits);
bool isTimestampText(std::string_view text, std::uint32_t digits);

}  // namespace godwit::detail
