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

/// The name of what lives in a schema: a table, view, sequence, function or type. A dot stands
/// between the schema and the name in it, `"billing.invoices"`, and each of the two has at most 63
/// bytes; without a dot it is the schema that the connection works in. So a dot cannot be a
/// character of such a name.
class QualifiedName {
public:
    /// Takes a literal; what is wrong with it does not compile.
    template <std::size_t N>
    consteval QualifiedName(const char (&text)[N],
                            std::uint32_t line = __builtin_LINE(),
                            const char* file = __builtin_FILE())
        : line_{file, line} {
        static_assert(N > 1, "godwit: a name must not be empty");
        static_assert(N <= 2 * kMaxNameBytes + 2, "godwit: a name has at most 63 bytes");
        check({text, N - 1});
        copy({text, N - 1});
    }

    /// A computed name: `schema.createTable(godwit::name(text), …)`. A dot in it counts.
    /// @throws UsageError (GW101, GW109) for an empty part or a second dot.
    GODWIT_API QualifiedName(const Name& name);

    /// As written, with the dot; valid as long as this object.
    constexpr std::string_view text() const { return {text_, size_}; }

    /// Where the name was written.
    constexpr SourceLine line() const { return line_; }

private:
    friend GODWIT_API QualifiedName qualified(std::string_view schema,
                                              std::string_view name,
                                              std::uint32_t line,
                                              const char* file);

    constexpr QualifiedName(std::string_view text, SourceLine line) : line_(line) { copy(text); }

    static constexpr void check(std::string_view text) {
        const std::size_t dot = text.find('.');
        const std::string_view schema = text.substr(0, dot == text.npos ? 0 : dot);
        const std::string_view name = dot == text.npos ? text : text.substr(dot + 1);
        if (name.empty() || dot == 0) {
            throw "godwit: a name must not be empty on either side of its dot";
        }
        if (name.find('.') != name.npos) {
            throw "godwit: a name has one dot at most, between the schema and the name in it";
        }
        if (schema.size() > kMaxNameBytes || name.size() > kMaxNameBytes) {
            throw "godwit: a name has at most 63 bytes";
        }
    }

    constexpr void copy(std::string_view text) {
        size_ = text.size();
        for (std::size_t i = 0; i < size_; ++i) {
            text_[i] = text[i];
        }
    }

    char text_[2 * kMaxNameBytes + 2] = {};
    std::size_t size_ = 0;
    SourceLine line_;
};

/// The name of something in a schema, computed at run time, copied. An empty `schema` is the one
/// that the connection works in.
/// @throws UsageError (GW101, GW102, GW109) when `name` is empty, either is longer than 63 bytes,
/// or holds a dot.
GODWIT_API QualifiedName qualified(std::string_view schema,
                                   std::string_view name,
                                   std::uint32_t line = __builtin_LINE(),
                                   const char* file = __builtin_FILE());

}  // namespace godwit
