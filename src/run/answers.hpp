#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace godwit::detail {

/// A number in a row; 0 for NULL and for what is no number.
std::int64_t numberOf(const std::optional<std::string>& value);

/// How servers answer a question with yes: `t`, `true` and numbers other than 0.
bool saysYes(const std::optional<std::string>& value);

}  // namespace godwit::detail
