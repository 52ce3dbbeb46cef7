#pragma once

#include <cstddef>
#include <string_view>

namespace godwit::detail {

/// True when `text` is UTF-8 without NUL, overlong forms and surrogates: what every server stores
/// as written (RFC 3629).
bool isPlainUtf8(std::string_view text);

/// The number of code points of a text for which `isPlainUtf8` holds.
std::size_t codePoints(std::string_view text);

/// True when a code point above U+FFFF occurs.
bool hasSupplementary(std::string_view text);

}  // namespace godwit::detail
