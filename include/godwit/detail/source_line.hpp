#pragma once

#include <cstdint>

namespace godwit {

/// File and line of a builder call, so that every error can point at it.
///
/// `std::source_location` is not used: clang before 16 lacks it, while both compilers know
/// `__builtin_FILE` and `__builtin_LINE`.
struct SourceLine {
    const char* file = "";   ///< As the compiler spells it; empty when unknown. Static storage.
    std::uint32_t line = 0;  ///< 1 or more; 0 when unknown.

    /// Always equal: where something was said is not part of what was said.
    friend constexpr bool operator==(const SourceLine&, const SourceLine&) { return true; }
};

}  // namespace godwit
