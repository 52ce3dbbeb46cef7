#pragma once

#include <string>
#include <string_view>

namespace godwit::detail {

/// `checksumOf` for operations whose canonical text is at hand.
std::string checksumOfCanonical(std::string_view id, std::string_view operations);

}  // namespace godwit::detail
