#pragma once

#include <array>
#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <godwit/column_builder.hpp>
#include <godwit/value_types.hpp>

namespace godwit {

/// A number that tells shapes apart: FNV-1a of 64 bits over words and numbers.
/// http://www.isthe.com/chongo/tech/comp/fnv/
class Shape {
public:
    constexpr Shape& operator<<(std::string_view word) {
        for (const char c : word) {
            mix(static_cast<unsigned char>(c));
        }
        mix(0);
        return *this;
    }
    constexpr Shape& operator<<(std::uint64_t number) {
        for (int i = 0; i < 8; ++i) {
            mix(number & 0xFFU);
            number >>= 8U;
        }
        return *this;
    }
    constexpr std::uint64_t value() const { return value_; }

private:
    constexpr void mix(std::uint64_t byte) {
        value_ ^= byte;
        value_ *= 0x100000001B3U;
    }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

/// The column that a C++ type becomes. Specialize it for a type of your own:
///
///     template <>
///     struct godwit::ColumnTypeOf<Money> {
///         static ColumnSpec spec() { return decimal(19, 4); }
///         static constexpr std::uint64_t shape() { return (Shape{} << "money").value(); }
///     };
template <class T>
struct ColumnTypeOf;

namespace detail {

template <class T>
concept HasColumnType = requires {
    ColumnTypeOf<T>::spec();
};

template <class T>
constexpr void wantColumnType() {
    static_assert(HasColumnType<T>,
                  "godwit: this C++ type has no column type; specialize godwit::ColumnTypeOf<T> "
                  "for it (an enum needs BOOST_DESCRIBE_ENUM)");
}

template <class T>
ColumnSpec specOf() {
    wantColumnType<T>();
    if constexpr (HasColumnType<T>) {
        return ColumnTypeOf<T>::spec();
    } else {
        return text();
    }
}

template <class T>
constexpr std::uint64_t shapeOfType() {
    wantColumnType<T>();
    if constexpr (HasColumnType<T>) {
        return ColumnTypeOf<T>::shape();
    } else {
        return 0;
    }
}

constexpr std::uint64_t shapeOf(std::string_view word, std::uint64_t a = 0, std::uint64_t b = 0) {
    return ((Shape{} << word) << a << b).value();
}

// Digits of a second that a period can hold; at most 6 are kept.
template <class Period>
constexpr std::uint32_t secondDigits() {
    std::uint32_t digits = 0;
    for (std::intmax_t unit = 1; unit < Period::den && digits < 6; unit *= 10) {
        ++digits;
    }
    return digits;
}

}  // namespace detail

#define GODWIT_DETAIL_COLUMN_TYPE(Type, Spec, Word)                              \
    template <>                                                                  \
    struct ColumnTypeOf<Type> {                                                  \
        static ColumnSpec spec() { return Spec; }                                \
        static constexpr std::uint64_t shape() { return detail::shapeOf(Word); } \
    };

GODWIT_DETAIL_COLUMN_TYPE(bool, boolean(), "boolean")
GODWIT_DETAIL_COLUMN_TYPE(std::int8_t, tinyInteger(), "tiny_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::int16_t, smallInteger(), "small_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::int32_t, integer(), "integer")
GODWIT_DETAIL_COLUMN_TYPE(std::int64_t, bigInteger(), "big_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::uint8_t, unsignedTinyInteger(), "unsigned_tiny_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::uint16_t, unsignedSmallInteger(), "unsigned_small_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::uint32_t, unsignedInteger(), "unsigned_integer")
GODWIT_DETAIL_COLUMN_TYPE(std::uint64_t, unsignedBigInteger(), "unsigned_big_integer")
GODWIT_DETAIL_COLUMN_TYPE(float, real(), "real")
GODWIT_DETAIL_COLUMN_TYPE(double, doublePrecision(), "double_precision")
GODWIT_DETAIL_COLUMN_TYPE(std::string, text(), "text")
GODWIT_DETAIL_COLUMN_TYPE(std::vector<std::byte>, bytes(), "bytes")
GODWIT_DETAIL_COLUMN_TYPE(std::chrono::year_month_day, date(), "date")
GODWIT_DETAIL_COLUMN_TYPE(std::chrono::year, year(), "year")
GODWIT_DETAIL_COLUMN_TYPE(Uuid, uuid(), "uuid")

#undef GODWIT_DETAIL_COLUMN_TYPE

template <std::uint32_t MaxLength>
struct ColumnTypeOf<Varchar<MaxLength>> {
    static ColumnSpec spec() { return string(MaxLength); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("string", MaxLength); }
};

template <std::uint32_t Precision, std::uint32_t Scale>
struct ColumnTypeOf<Decimal<Precision, Scale>> {
    static ColumnSpec spec() { return decimal(Precision, Scale); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("decimal", Precision, Scale); }
};

template <std::size_t N>
struct ColumnTypeOf<std::array<char, N>> {
    static ColumnSpec spec() { return fixedString(N); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("fixed_string", N); }
};

template <std::size_t N>
struct ColumnTypeOf<std::array<std::byte, N>> {
    static ColumnSpec spec() { return binary(N); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("binary", N); }
};

template <std::size_t N>
struct ColumnTypeOf<std::array<float, N>> {
    static ColumnSpec spec() { return vector(N); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("vector", N); }
};

template <std::size_t N>
struct ColumnTypeOf<std::bitset<N>> {
    static ColumnSpec spec() { return bit(N); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("bit", N); }
};

/// A time of day.
template <class Rep, class Period>
struct ColumnTypeOf<std::chrono::hh_mm_ss<std::chrono::duration<Rep, Period>>> {
    static ColumnSpec spec() { return time(detail::secondDigits<Period>()); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("time", detail::secondDigits<Period>());
    }
};

/// Wall clock time.
template <class Rep, class Period>
struct ColumnTypeOf<
    std::chrono::time_point<std::chrono::local_t, std::chrono::duration<Rep, Period>>> {
    static ColumnSpec spec() { return timestamp(detail::secondDigits<Period>()); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("timestamp", detail::secondDigits<Period>());
    }
};

/// An instant.
template <class Rep, class Period>
struct ColumnTypeOf<
    std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<Rep, Period>>> {
    static ColumnSpec spec() { return timestampTz(detail::secondDigits<Period>()); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("timestamp_tz", detail::secondDigits<Period>());
    }
};

/// A length of time.
template <class Rep, class Period>
struct ColumnTypeOf<std::chrono::duration<Rep, Period>> {
    static ColumnSpec spec() { return duration(); }
    static constexpr std::uint64_t shape() { return detail::shapeOf("duration"); }
};

template <class Element>
struct ColumnTypeOf<std::vector<Element>> {
    static ColumnSpec spec() { return array(detail::specOf<Element>()); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("array", detail::shapeOfType<Element>());
    }
};

/// NULL.
template <class T>
struct ColumnTypeOf<std::optional<T>> {
    static ColumnSpec spec() { return detail::specOf<T>().nullable(); }
    static constexpr std::uint64_t shape() {
        return detail::shapeOf("nullable", detail::shapeOfType<T>());
    }
};

}  // namespace godwit
