#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// C++ types for columns that the standard library has no type for. Plain data: godwit derives
// columns from them and never reads or writes rows with them.

namespace godwit {

/// Text of at most `MaxLength` characters, 1 to 16383: `string(MaxLength)`.
template <std::uint32_t MaxLength>
struct Varchar {
    std::string text{};
    friend bool operator==(const Varchar&, const Varchar&) = default;
};

/// Exact number of `Precision` digits, `Scale` of them after the point: `decimal(Precision,
/// Scale)`.
template <std::uint32_t Precision, std::uint32_t Scale>
struct Decimal {
    std::string digits{};  ///< "-12.50"
    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// The 16 bytes of a uuid, in the order of its digits: `uuid()`.
struct Uuid {
    std::array<std::byte, 16> bytes{};
    friend bool operator==(const Uuid&, const Uuid&) = default;
};

/// Any number of the values of a described enum: `set(...)`.
template <class E>
struct Set {
    std::vector<E> values{};
    friend bool operator==(const Set&, const Set&) = default;
};

}  // namespace godwit
