#pragma once

#include <string>
#include <string_view>

#include <godwit/export.hpp>

namespace godwit::detail {

/// Two lower-case digits for each byte.
GODWIT_API std::string hexOf(std::string_view bytes);

}  // namespace godwit::detail
