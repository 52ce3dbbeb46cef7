#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "build/recorder.hpp"
#include "support/utf8.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// MySQL's limits, the smallest of the four where they have one.
// https://dev.mysql.com/doc/refman/8.4/en/fixed-point-types.html
constexpr std::uint32_t kMaxPrecision = 65;
constexpr std::uint32_t kMaxScale = 30;
// A row's columns share 65,535 bytes; utf8mb4 takes four for a character.
// https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html
constexpr std::uint32_t kMaxLength = 16383;
constexpr std::uint32_t kMaxSecondDigits = 6;
// https://www.postgresql.org/docs/current/datatype-enum.html#DATATYPE-ENUM-IMPLEMENTATION-DETAILS
constexpr std::size_t kMaxEnumValueBytes = 63;

struct Place {
    const std::string& table;
    const Column& column;

    [[noreturn]] void refuse(ErrorCode code, const std::string& what, std::string hint) const {
        detail::refuse(code,
                       fmt::format("{}.{} {}", table, column.name, what),
                       std::move(hint),
                       column.line);
    }
};

void checkEnumeration(const Place& place, const std::vector<std::string>& values) {
    if (values.empty()) {
        place.refuse(ErrorCode::BadType, "is an enumeration without values", "list them");
    }
    std::set<std::string_view> seen;
    for (const std::string& value : values) {
        if (value.empty() || value.size() > kMaxEnumValueBytes) {
            place.refuse(ErrorCode::BadType,
                         fmt::format("has an enum value of {} bytes", value.size()),
                         "an enum value has 1 to 63 bytes");
        }
        if (!seen.insert(value).second) {
            place.refuse(ErrorCode::BadType,
                         fmt::format("has the enum value {} twice", value),
                         "list each value once");
        }
    }
}

void checkType(const Place& place) {
    const ColumnType& type = place.column.type;
    if (type.kind == Kind::Decimal && (type.precision < 1 || type.precision > kMaxPrecision ||
                                       type.scale > kMaxScale || type.scale > type.precision)) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is decimal({}, {})", type.precision, type.scale),
                     "precision is 1 to 65, scale 0 to 30 and at most the precision");
    }
    if (type.kind == Kind::String && (type.length < 1 || type.length > kMaxLength)) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is string({})", type.length),
                     "the length is 1 to 16383 characters; longer texts are text()");
    }
    const bool timestamp = type.kind == Kind::Timestamp || type.kind == Kind::TimestampTz;
    if (timestamp && type.precision > kMaxSecondDigits) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("keeps {} digits of a second", type.precision),
                     "0 to 6 are kept");
    }
    if (type.kind == Kind::Enumeration) {
        checkEnumeration(place, type.values);
    }
}

bool isInteger(Kind kind) {
    return kind == Kind::TinyInteger || kind == Kind::SmallInteger || kind == Kind::Integer ||
           kind == Kind::BigInteger;
}

void checkGenerated(const Place& place) {
    if (!place.column.generated) {
        return;
    }
    if (place.column.type.kind != Kind::Uuid && !isInteger(place.column.type.kind)) {
        place.refuse(ErrorCode::BadType,
                     "is generated, which no database does for its type",
                     "generated() is for uuid and integer columns; use defaultTo(...)");
    }
    if (place.column.defaultValue) {
        place.refuse(ErrorCode::BadDefault, "is generated and has a default", "keep one of them");
    }
}

bool fitsInteger(Kind kind, std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return false;
    }
    const auto within = [value](auto limit) {
        using Limits = std::numeric_limits<decltype(limit)>;
        return value >= Limits::min() && value <= Limits::max();
    };
    return kind == Kind::TinyInteger    ? within(std::int8_t{})
           : kind == Kind::SmallInteger ? within(std::int16_t{})
           : kind == Kind::Integer      ? within(std::int32_t{})
                                        : true;
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

[[noreturn]] void refuseDefault(const Place& place, std::string_view value, std::string hint) {
    place.refuse(ErrorCode::BadDefault,
                 fmt::format("cannot hold the default {}", value),
                 std::move(hint));
}

void checkDefault(const Place& place, bool value) {
    if (place.column.type.kind != Kind::Boolean) {
        refuseDefault(place, value ? "true" : "false", "give a value of the column's type");
    }
}

void checkDefault(const Place& place, const NumberDefault& value) {
    const ColumnType& type = place.column.type;
    if (isInteger(type.kind)) {
        if (!fitsInteger(type.kind, value.digits)) {
            refuseDefault(place, value.digits, "give a whole number in the type's range");
        }
    } else if (type.kind == Kind::Decimal) {
        if (!fitsDecimal(type, value.digits)) {
            refuseDefault(place,
                          value.digits,
                          fmt::format(R"(decimal({}, {}) takes at most {} digits before and {} )"
                                      R"(after the point; write it as a text, like "0.25")",
                                      type.precision,
                                      type.scale,
                                      type.precision - type.scale,
                                      type.scale));
        }
    } else {
        refuseDefault(place, value.digits, "give a value of the column's type");
    }
}

void checkDefault(const Place& place, const TextDefault& value) {
    const ColumnType& type = place.column.type;
    switch (type.kind) {
    case Kind::String:
        if (codePoints(value.text) > type.length) {
            refuseDefault(place, value.text, fmt::format("at most {} characters fit", type.length));
        }
        return;
    case Kind::Enumeration:
        if (std::find(type.values.begin(), type.values.end(), value.text) == type.values.end()) {
            refuseDefault(place,
                          value.text,
                          fmt::format("one of: {}", fmt::join(type.values, ", ")));
        }
        return;
    case Kind::Text:
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Json:
    case Kind::Uuid:
    case Kind::Real:
    case Kind::DoublePrecision:
    case Kind::FixedString:
    case Kind::CaseInsensitiveText:
    case Kind::Time:
    case Kind::Duration:
    case Kind::Year:
    case Kind::Binary:
    case Kind::Varbinary:
    case Kind::Bit:
    case Kind::VarBit:
    case Kind::Set:
    case Kind::Array:
    case Kind::Range:
    case Kind::Inet:
    case Kind::Cidr:
    case Kind::MacAddress:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Vector:
    case Kind::Point:
    case Kind::Geometry:
    case Kind::Xml:
    case Kind::Custom:
        return;
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Decimal:
    case Kind::Boolean:
    case Kind::Bytes:
        break;
    }
    refuseDefault(place,
                  fmt::format("'{}'", value.text),
                  "give a value of the column's type, or godwit::expr(\"...\")");
}

void checkDefault(const Place& place, const NowDefault&) {
    const Kind kind = place.column.type.kind;
    if (kind != Kind::Date && kind != Kind::Timestamp && kind != Kind::TimestampTz) {
        refuseDefault(place, "now", "now is for date and timestamp columns");
    }
}

void checkDefault(const Place& place, const ExpressionDefault& value) {
    if (value.sql.empty()) {
        refuseDefault(place, "expression without text", "write the expression, or no default");
    }
}

}  // namespace

void checkColumn(const std::string& table, Column& column) {
    const Place place{table, column};
    checkType(place);
    checkGenerated(place);
    if (!column.defaultValue) {
        return;
    }
    // "0.25" is the exact way to write a decimal.
    if (const auto* text = std::get_if<TextDefault>(&*column.defaultValue);
        text != nullptr && column.type.kind == Kind::Decimal) {
        column.defaultValue = NumberDefault{text->text};
    }
    std::visit([&place](const auto& value) { checkDefault(place, value); }, *column.defaultValue);
}

}  // namespace godwit::detail
