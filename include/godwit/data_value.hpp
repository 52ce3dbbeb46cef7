#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <godwit/export.hpp>
#include <godwit/words.hpp>

namespace godwit {

/// NULL, where a value is wanted.
struct Null {
    friend constexpr bool operator==(Null, Null) { return true; }
};
inline constexpr Null null{};

/// Bytes, where a value is wanted. A view: what it is handed to copies them.
struct Blob {
    std::string_view bytes;
};
constexpr Blob blob(std::string_view bytes) { return {bytes}; }

/// The bytes of a literal, those that are zero among them: `blob("\x00\xff")`.
template <std::size_t N>
constexpr Blob blob(const char (&literal)[N]) {
    return {{literal, N - 1}};
}

/// What a query of `verify` must give.
enum class Comparison : std::uint8_t { Equals, AtLeast, AtMost, IsEmpty, IsNotEmpty };

namespace detail {
template <class T>
inline constexpr bool kIsCharacter =
    std::is_same_v<T, char> || std::is_same_v<T, wchar_t> || std::is_same_v<T, char8_t> ||
    std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t>;

/// A pointer to a text that is null is neither a text nor NULL.
/// @throws UsageError (GW109)
[[noreturn]] GODWIT_API void refuseNullText();

constexpr std::string_view textAt(const char* text) {
    if (text == nullptr) {
        refuseNullText();
    }
    return text;
}
}  // namespace detail

/// One value of a row as a migration writes it: `godwit::null`, a boolean, a number, a text,
/// `godwit::blob(…)`, `godwit::now` or `godwit::expr("…")`. Dates, decimals, uuids and JSON are
/// written as text.
///
/// A view: it is meant for the call that it is written in, which copies it. A text is never taken
/// for a boolean, nor a character for a number.
class DataValue {
public:
    enum class Kind : std::uint8_t {
        Null,
        Boolean,
        Integer,
        Unsigned,
        Number,
        Text,
        Bytes,
        Now,
        Expression
    };

    constexpr DataValue(Null) {}
    constexpr DataValue(Blob blob) : kind_(Kind::Bytes), text_(blob.bytes) {}
    constexpr DataValue(Now) : kind_(Kind::Now) {}
    constexpr DataValue(Expression expression) : kind_(Kind::Expression), text_(expression.sql) {}

    template <class T>
    requires std::is_arithmetic_v<T>
    constexpr DataValue(T value) {
        static_assert(!detail::kIsCharacter<T>,
                      "godwit: a single character is no value; write a text of one character");
        if constexpr (std::is_same_v<T, bool>) {
            kind_ = Kind::Boolean;
            integer_ = value ? 1 : 0;
        } else if constexpr (std::is_floating_point_v<T>) {
            kind_ = Kind::Number;
            number_ = static_cast<double>(value);
        } else if constexpr (std::is_unsigned_v<T>) {
            kind_ = Kind::Unsigned;
            unsigned_ = value;
        } else {
            kind_ = Kind::Integer;
            integer_ = value;
        }
    }

    template <class T>
    requires(std::is_convertible_v<const T&, std::string_view> &&
             !std::is_pointer_v<T>) constexpr DataValue(const T& text)
        : kind_(Kind::Text), text_(text) {}

    /// @throws UsageError (GW109) for a null pointer.
    constexpr DataValue(const char* text) : kind_(Kind::Text), text_(detail::textAt(text)) {}

    DataValue(std::nullptr_t) = delete;

    constexpr Kind kind() const { return kind_; }
    constexpr bool boolean() const { return integer_ != 0; }
    constexpr std::int64_t integer() const { return integer_; }
    constexpr std::uint64_t unsignedInteger() const { return unsigned_; }
    constexpr double number() const { return number_; }

    /// The text, the bytes or the expression.
    constexpr std::string_view text() const { return text_; }

private:
    Kind kind_ = Kind::Null;
    std::int64_t integer_ = 0;
    std::uint64_t unsigned_ = 0;
    double number_ = 0;
    std::string_view text_;
};

}  // namespace godwit
