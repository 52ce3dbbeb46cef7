#include "model/value.hpp"

#include <cmath>

#include <fmt/format.h>

#include <godwit/error.hpp>

#include "support/utf8.hpp"

namespace godwit {

Value::Data Value::dataOf(const DataValue& value) {
    switch (value.kind()) {
    case DataValue::Kind::Null:
    case DataValue::Kind::Now:
    case DataValue::Kind::Expression:
        return Null{};
    case DataValue::Kind::Boolean:
        return value.boolean();
    case DataValue::Kind::Integer:
        return value.integer();
    case DataValue::Kind::Unsigned:
        // One spelling of one number: 5 is equal to 5U.
        if (value.unsignedInteger() <= static_cast<std::uint64_t>(INT64_MAX)) {
            return static_cast<std::int64_t>(value.unsignedInteger());
        }
        return value.unsignedInteger();
    case DataValue::Kind::Number:
        return value.number();
    case DataValue::Kind::Text:
        return std::string(value.text());
    case DataValue::Kind::Bytes:
        return Bytes{std::string(value.text())};
    }
    return Null{};
}

CellValue cellOf(const DataValue& value) {
    if (value.kind() == DataValue::Kind::Now) {
        return NowValue{};
    }
    if (value.kind() == DataValue::Kind::Expression) {
        return ExpressionValue{std::string(value.text())};
    }
    Value plain;
    plain.data = Value::dataOf(value);
    return plain;
}

namespace detail {

void refuseNullText() {
    throw UsageError(ErrorCode::BadArgument,
                     {"a text is given as a null pointer",
                      "Nothing was done with it.",
                      "write godwit::null for NULL, or \"\" for an empty text"});
}

std::string faultOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        return isPlainUtf8(*text) ? "" : "a text that is not UTF-8 or holds a zero byte";
    }
    if (const auto* number = std::get_if<double>(&value.data)) {
        return std::isfinite(*number) ? "" : fmt::format("the number {}", *number);
    }
    return {};
}

std::string inWords(Comparison comparison, const Value& expected) {
    struct Shown {
        std::string operator()(Null) const { return "NULL"; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(const std::string& value) const {
            return fmt::format("'{}'", value);
        }
        std::string operator()(const Bytes& value) const {
            return fmt::format("{} bytes", value.data.size());
        }
        std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
        std::string operator()(std::uint64_t value) const { return fmt::format("{}", value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
    };
    const std::string value = std::visit(Shown{}, expected.data);
    switch (comparison) {
    case Comparison::Equals:
        return value;
    case Comparison::AtLeast:
        return "at least " + value;
    case Comparison::AtMost:
        return "at most " + value;
    case Comparison::IsEmpty:
        return "no row";
    case Comparison::IsNotEmpty:
        return "a row or more";
    }
    return {};
}

std::string numberText(double number) {
    std::string text = fmt::format("{}", number);
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

}  // namespace detail

}  // namespace godwit
