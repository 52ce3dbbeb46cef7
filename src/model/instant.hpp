#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace godwit::detail {

/// A wall clock time as people write it, `2025-02-17 14:30`, `2025-02-17T14:30:00.25`, in one form:
/// "2025-02-17 14:30:00.25". With an offset, `…Z` or `…+02:00`, the time in UTC. Nothing for what
/// is no such time, and for dates that no calendar has.
std::optional<std::string> plainTime(std::string_view text);

}  // namespace godwit::detail
