#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <godwit/data_value.hpp>
#include <godwit/export.hpp>

namespace godwit {

/// Bytes that are no text.
struct Bytes {
    std::string data;  ///< Byte by byte, zero bytes among them.
    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// A value that is bound to a statement, or that a row holds: NULL, a boolean, an integer, a
/// number, a text or bytes. Plain data that compares by value. Dates, decimals, uuids and JSON
/// travel as text.
///
/// Made of all that a DataValue is made of, without `now` and `expr`, and of an optional, which is
/// NULL when it is empty: `connection.execute("UPDATE t SET a = ? WHERE id = ?", {"x", 7})`.
struct GODWIT_API Value {
    using Data = std::variant<Null, bool, std::int64_t, std::uint64_t, double, std::string, Bytes>;

    Data data{};

    Value() = default;  ///< NULL.
    Value(Bytes bytes) : data(std::move(bytes)) {}
    Value(std::string text) : data(std::move(text)) {}

    template <class T>
    requires std::is_constructible_v<DataValue, const T&> &&
        (!std::is_same_v<T, Now>)&&(!std::is_same_v<T, Expression>)&&(!std::is_same_v<T, DataValue>)
            Value(const T& value)
        : data(dataOf(DataValue(value))) {}

    template <class T>
    requires std::is_constructible_v<Value, const T&> Value(const std::optional<T>& value) {
        if (value) {
            data = Value(*value).data;
        }
    }

    /// `value` must be neither `now` nor an expression.
    static Data dataOf(const DataValue& value);

    bool isNull() const { return std::holds_alternative<Null>(data); }

    friend bool operator==(const Value&, const Value&) = default;
};

/// SQL that stands in a row in place of a value, as written.
struct ExpressionValue {
    std::string sql;
    friend bool operator==(const ExpressionValue&, const ExpressionValue&) = default;
};

/// The moment at which the row is written.
struct NowValue {
    friend bool operator==(const NowValue&, const NowValue&) = default;
};

/// What a migration writes into one column of a row.
using CellValue = std::variant<Value, NowValue, ExpressionValue>;

/// A copy of what a migration wrote.
GODWIT_API CellValue cellOf(const DataValue& value);

}  // namespace godwit
