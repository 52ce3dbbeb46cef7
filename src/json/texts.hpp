#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace godwit::detail {

/// The texts of a JSON array, as `canonicalTexts` writes it; none when it is something else.
std::vector<std::string> textsOfJson(std::string_view json);

}  // namespace godwit::detail
