#pragma once

namespace godwit {

/// The library's version, major.minor.patch; CMake reads this line.
inline constexpr const char* kVersion = "0.1.0";

}  // namespace godwit
