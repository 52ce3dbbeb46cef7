#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>

namespace godwit {

/// Longest name of a table, column, index, constraint or type, in bytes of UTF-8.
/// PostgreSQL cuts longer ones silently (https://www.postgresql.org/docs/current/limits.html);
/// MySQL and MariaDB take 64 characters. godwit holds all four databases to the smallest.
inline constexpr std::size_t kMaxNameBytes = 63;

/// The name of a table, column, index, constraint or type, with the place that names it.
///
/// A literal is checked by the compiler; a computed text goes through `godwit::name`.
class Name {
public:
    /// Takes a literal of 1 to 63 bytes. The line comes before the file, so that `{"a", "b"}`
    /// is never taken for one name.
    template <std::size_t N>
    consteval Name(const char (&text)[N],
                   std::uint32_t line = __builtin_LINE(),
                   const char* file = __builtin_FILE())
        : line_{file, line} {
        static_assert(N > 1, "godwit: a name must not be empty");
        static_assert(N <= kMaxNameBytes + 1, "godwit: a name has at most 63 bytes");
        copy({text, N - 1});
    }

    /// The bytes of the name; valid as long as this object.
    constexpr std::string_view text() const { return {text_, size_}; }

    /// Where the name was written.
    constexpr SourceLine line() const { return line_; }

private:
    friend GODWIT_API Name name(std::string_view text, std::uint32_t line, const char* file);

    constexpr Name(std::string_view text, SourceLine line) : line_(line) { copy(text); }

    constexpr void copy(std::string_view text) {
        size_ = text.size();
        for (std::size_t i = 0; i < size_; ++i) {
            text_[i] = text[i];
        }
    }

    char text_[kMaxNameBytes + 1] = {};
    std::size_t size_ = 0;
    SourceLine line_;
};

/// A name computed at run time, copied.
/// @throws UsageError (GW101, GW102) when it is empty or longer than 63 bytes.
GODWIT_API Name name(std::string_view text,
                     std::uint32_t line = __builtin_LINE(),
                     const char* file = __builtin_FILE());

}  // namespace godwit
