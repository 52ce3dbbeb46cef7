#include "model/default_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "model/moments.hpp"
#include "model/type_words.hpp"
#include "support/utf8.hpp"

// A default must be a value that its column can hold, on every database.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// https://dev.mysql.com/doc/refman/8.4/en/year.html
constexpr std::int64_t kFirstYear = 1901;
constexpr std::int64_t kLastYear = 2155;
// https://dev.mysql.com/doc/refman/8.4/en/datetime.html
constexpr std::string_view kFirstNativeTimestamp = "1970-01-01 00:00:01";
constexpr std::string_view kLastNativeTimestamp = "2038-01-19 03:14:07.999999";

template <class Number>
bool isWhole(std::string_view digits, Number& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size();
}

template <class Limit>
bool fits(std::string_view digits) {
    Limit value = 0;
    return isWhole(digits, value);
}

template <class Signed, class Unsigned>
bool fitsEither(const ColumnType& type, std::string_view digits) {
    return type.isUnsigned ? fits<Unsigned>(digits) : fits<Signed>(digits);
}

bool fitsInteger(const ColumnType& type, std::string_view digits) {
    return type.kind == Kind::TinyInteger    ? fitsEither<std::int8_t, std::uint8_t>(type, digits)
           : type.kind == Kind::SmallInteger ? fitsEither<std::int16_t, std::uint16_t>(type, digits)
           : type.kind == Kind::Integer      ? fitsEither<std::int32_t, std::uint32_t>(type, digits)
                                        : fitsEither<std::int64_t, std::uint64_t>(type, digits);
}

// [-]digits[.digits] with as many digits as the type keeps.
bool fitsDecimal(const ColumnType& type, std::string_view digits) {
    if (!digits.empty() && digits.front() == '-') {
        digits.remove_prefix(1);
    }
    const std::size_t point = digits.find('.');
    std::string_view whole = digits.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view{} : digits.substr(point + 1);
    const auto allDigits = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || !allDigits(whole) || !allDigits(fraction) ||
        (point != std::string_view::npos && fraction.empty())) {
        return false;
    }
    while (!whole.empty() && whole.front() == '0') {
        whole.remove_prefix(1);
    }
    return whole.size() <= type.precision - type.scale && fraction.size() <= type.scale;
}

bool fitsFloat(Kind kind, const std::string& digits) {
    const double value = std::strtod(digits.c_str(), nullptr);
    return std::isfinite(value) &&
           (kind == Kind::DoublePrecision ||
            std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max()));
}

// PostgreSQL 12 keeps the hours of an interval in 32 bits.
bool isDuration(std::string_view digits) {
    constexpr std::int64_t kMost = std::int64_t{2'147'483'647} * 3'600'000'000;
    std::int64_t microseconds = 0;
    return isWhole(digits, microseconds) && microseconds >= -kMost && microseconds <= kMost;
}

bool isYear(std::string_view digits) {
    std::int64_t year = 0;
    return isWhole(digits, year) && year >= kFirstYear && year <= kLastYear;
}

// How to say a number that does not fit as a default of the type; empty when it fits.
std::string mendedNumber(const ColumnType& type, const std::string& digits) {
    const auto unless = [](bool right, std::string hint) { return right ? std::string{} : hint; };
    if (isIntegerKind(type.kind)) {
        return unless(fitsInteger(type, digits), "give a whole number in the type's range");
    }
    if (type.kind == Kind::Real || type.kind == Kind::DoublePrecision) {
        return unless(fitsFloat(type.kind, digits), "give a number in the type's range");
    }
    if (type.kind == Kind::Decimal) {
        return unless(fitsDecimal(type, digits),
                      fmt::format(R"(decimal({}, {}) takes at most {} digits before and {} after )"
                                  R"(the point; write it as a text, like "0.25")",
                                  type.precision,
                                  type.scale,
                                  type.precision - type.scale,
                                  type.scale));
    }
    if (type.kind == Kind::Duration) {
        return unless(isDuration(digits), "give a whole number of microseconds");
    }
    if (type.kind == Kind::Year) {
        return unless(isYear(digits), "give a year from 1901 to 2155");
    }
    return unless(type.kind == Kind::Custom, "give a value of the column's type");
}

// [-]digits[.digits]
bool isDecimalNumber(std::string_view text) {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto areDigits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return areDigits(text.substr(0, point)) &&
           (point == text.size() || areDigits(text.substr(point + 1)));
}

std::size_t bytesOf(TextSize size) {
    constexpr std::array<std::size_t, 4> kBytes = {255, 65'535, 16'777'215, 4'294'967'295};
    return kBytes.at(static_cast<std::size_t>(size));
}

bool consistsOf(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view kHexadecimal = "0123456789abcdefABCDEF";

// "6ba7b810-9dad-41d1-80b4-00c04fd430c8", or "08:00:2b:01:02:03": groups of hexadecimal digits.
template <std::size_t N>
bool isGrouped(std::string_view text, const std::array<std::size_t, N>& groups, char between) {
    for (std::size_t i = 0; i < N; ++i) {
        const std::string_view group = text.substr(0, groups[i]);
        if (group.size() != groups[i] || !consistsOf(group, kHexadecimal)) {
            return false;
        }
        text.remove_prefix(groups[i]);
        if (i + 1 < N) {
            if (!text.starts_with(between)) {
                return false;
            }
            text.remove_prefix(1);
        }
    }
    return text.empty();
}

bool isUuidText(std::string_view text) {
    return isGrouped(text, std::array<std::size_t, 5>{8, 4, 4, 4, 12}, '-');
}

bool isMacAddress(std::string_view text) {
    return isGrouped(text, std::array<std::size_t, 6>{2, 2, 2, 2, 2, 2}, ':');
}

bool isAddress(std::string_view text, std::string_view more) {
    return consistsOf(text, std::string{kHexadecimal} + ":." + std::string{more});
}

bool isOneOf(const std::vector<std::string>& values, std::string_view text) {
    return std::find(values.begin(), values.end(), text) != values.end();
}

// Some of the values with commas between them, each once; empty for none of them.
bool isSubset(const std::vector<std::string>& values, std::string_view text) {
    std::set<std::string_view> seen;
    while (!text.empty()) {
        const std::string_view value = text.substr(0, text.find(','));
        if (!isOneOf(values, value) || !seen.insert(value).second) {
            return false;
        }
        text.remove_prefix(value.size());
        if (text == ",") {
            return false;
        }
        text.remove_prefix(text.empty() ? 0 : 1);
    }
    return true;
}

std::string mendedInstant(const ColumnType& type, std::string_view text) {
    if (!isTimestampText(text, type.precision)) {
        return fmt::format(
            "write it in UTC as \"2024-02-29 12:30:00\", with at most {} digits of "
            "a second",
            type.precision);
    }
    const bool early = text.substr(0, 19) < kFirstNativeTimestamp;
    const bool late = text > kLastNativeTimestamp;
    return type.form == ColumnType::Form::NativeTimestamp && (early || late)
               ? "nativeTimestamp() begins in 1970 and ends in 2038"
               : "";
}

// The same for a text.
std::string mendedText(const ColumnType& type, const std::string& text) {
    const auto unless = [](bool right, std::string hint) { return right ? std::string{} : hint; };
    switch (type.kind) {
    case Kind::String:
    case Kind::CaseInsensitiveText:
        return unless(codePoints(text) <= type.length,
                      fmt::format("at most {} characters fit", type.length));
    case Kind::FixedString:
        return unless(codePoints(text) == type.length,
                      fmt::format("give it {} characters", type.length));
    case Kind::Text:
        return unless(text.size() <= bytesOf(type.size),
                      fmt::format("at most {} bytes fit", bytesOf(type.size)));
    case Kind::Enumeration:
        return unless(isOneOf(type.values, text),
                      fmt::format("one of: {}", fmt::join(type.values, ", ")));
    case Kind::Set:
        return unless(
            isSubset(type.values, text),
            fmt::format("some of them with a comma between: {}", fmt::join(type.values, ",")));
    case Kind::Date:
        return unless(isDateText(text), "write it as \"2024-02-29\"");
    case Kind::Time:
        return unless(isTimeText(text, type.precision),
                      fmt::format("write it as \"12:30:00\", with at most {} digits of a second",
                                  type.precision));
    case Kind::Timestamp:
        return unless(isTimestampText(text, type.precision),
                      fmt::format("write it as \"2024-02-29 12:30:00\", with at most {} digits of "
                                  "a second",
                                  type.precision));
    case Kind::TimestampTz:
        return mendedInstant(type, text);
    case Kind::Uuid:
        return unless(isUuidText(text), "write it as \"6ba7b810-9dad-41d1-80b4-00c04fd430c8\"");
    case Kind::Bit:
        return unless(consistsOf(text, "01") && text.size() == type.length,
                      fmt::format("write its {} bits as 0 and 1", type.length));
    case Kind::VarBit:
        return unless(text.empty() || (consistsOf(text, "01") && text.size() <= type.length),
                      fmt::format("write at most {} bits as 0 and 1", type.length));
    case Kind::Inet:
        return unless(isAddress(text, ""), "write it as \"192.0.2.1\" or \"2001:db8::1\"");
    case Kind::Cidr:
        return unless(isAddress(text, "/"), "write it as \"192.0.2.0/24\"");
    case Kind::MacAddress:
        return unless(isMacAddress(text), "write it as \"08:00:2b:01:02:03\"");
    case Kind::Array:
        return unless(text == "[]",
                      R"(only the empty array "[]" is written alike everywhere; )"
                      R"(give another as godwit::expr("..."))");
    case Kind::Json:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Xml:
    case Kind::Custom:
        return {};
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Real:
    case Kind::DoublePrecision:
    case Kind::Decimal:
    case Kind::Boolean:
    case Kind::Duration:
    case Kind::Year:
    case Kind::Bytes:
    case Kind::Binary:
    case Kind::Varbinary:
    case Kind::Vector:
    case Kind::Point:
    case Kind::Geometry:
        break;
    }
    return "give a value of the column's type, or godwit::expr(\"...\")";
}

// Each kind of default: how it is told, and how to say it; empty when it fits.
struct Mended {
    const ColumnType& type;

    std::string operator()(bool) const {
        return type.kind == Kind::Boolean || type.kind == Kind::Custom
                   ? ""
                   : "give a value of the column's type";
    }
    std::string operator()(const NumberDefault& value) const {
        return mendedNumber(type, value.digits);
    }
    std::string operator()(const TextDefault& value) const { return mendedText(type, value.text); }
    std::string operator()(const NowDefault&) const {
        return type.kind == Kind::Date || type.kind == Kind::Timestamp ||
                       type.kind == Kind::TimestampTz
                   ? ""
                   : "now is for date and timestamp columns";
    }
    std::string operator()(const ExpressionDefault& value) const {
        return value.sql.empty() ? "write the expression, or no default" : "";
    }
};

struct Told {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const NumberDefault& value) const { return value.digits; }
    std::string operator()(const TextDefault& value) const { return value.text; }
    std::string operator()(const NowDefault&) const { return "now"; }
    std::string operator()(const ExpressionDefault&) const { return "expression without text"; }
};

}  // namespace

std::string mendedDefault(const ColumnType& type, const DefaultValue& value) {
    return std::visit(Mended{type}, value);
}

std::string inWords(const DefaultValue& value) { return std::visit(Told{}, value); }

DefaultValue exactDefault(const ColumnType& type, DefaultValue value) {
    const auto* text = std::get_if<TextDefault>(&value);
    return text != nullptr && type.kind == Kind::Decimal ? NumberDefault{text->text} : value;
}

DefaultValue convertedDefault(const ColumnType& type, const DefaultValue& value) {
    const bool toText = type.kind == Kind::String || type.kind == Kind::Text;
    const bool toInteger = isIntegerKind(type.kind);
    if (const auto* boolean = std::get_if<bool>(&value)) {
        const std::string digit = *boolean ? "1" : "0";
        return toText      ? DefaultValue{TextDefault{digit}}
               : toInteger ? DefaultValue{NumberDefault{digit}}
                           : value;
    }
    const auto* text = std::get_if<TextDefault>(&value);
    const auto* number = std::get_if<NumberDefault>(&value);
    if (text == nullptr && number == nullptr) {
        return value;
    }
    const std::string& written = text != nullptr ? text->text : number->digits;
    if (type.kind == Kind::Boolean && (written == "0" || written == "1")) {
        return written == "1";
    }
    if (text != nullptr && isNumberKind(type.kind) && isDecimalNumber(written)) {
        return NumberDefault{written};
    }
    return number != nullptr && toText ? DefaultValue{TextDefault{written}} : value;
}

}  // namespace godwit::detail
