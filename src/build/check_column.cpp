#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "build/check_column.hpp"
#include "build/recorder.hpp"
#include "model/default_values.hpp"
#include "model/type_words.hpp"

// What is said of a column must make sense, whatever the database.

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;
using Form = ColumnType::Form;

// MySQL's limits, the smallest of the four where they have one.
// https://dev.mysql.com/doc/refman/8.4/en/fixed-point-types.html
constexpr std::uint32_t kMaxPrecision = 65;
constexpr std::uint32_t kMaxScale = 30;
// A row's columns share 65,535 bytes; utf8mb4 takes four for a character.
// https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html
constexpr std::uint32_t kMaxLength = 16383;
constexpr std::uint32_t kMaxVarbinary = 65000;
// https://dev.mysql.com/doc/refman/8.4/en/char.html
constexpr std::uint32_t kMaxFixedLength = 255;
// https://dev.mysql.com/doc/refman/8.4/en/bit-type.html
constexpr std::uint32_t kMaxBits = 64;
// https://www.postgresql.org/docs/current/datatype-bit.html
constexpr std::uint32_t kMaxVaryingBits = 83'886'080;
// https://dev.mysql.com/doc/refman/9.4/en/vector.html, https://github.com/pgvector/pgvector
constexpr std::uint32_t kMaxDimensions = 16000;
constexpr std::uint32_t kMaxSecondDigits = 6;
// https://www.postgresql.org/docs/current/datatype-enum.html#DATATYPE-ENUM-IMPLEMENTATION-DETAILS
constexpr std::size_t kMaxEnumValueBytes = 63;
// https://dev.mysql.com/doc/refman/8.4/en/set.html
constexpr std::size_t kMaxSetValues = 64;
// What fits into the 64 bits of an integer.
constexpr std::uint32_t kMaxScaledDigits = 18;

void checkValues(const ColumnInHand& place) {
    const ColumnType& type = place.type();
    const std::string_view what = type.kind == Kind::Set ? "a set" : "an enumeration";
    if (type.values.empty()) {
        place.refuse(ErrorCode::BadType, fmt::format("is {} without values", what), "list them");
    }
    std::set<std::string_view> seen;
    for (const std::string& value : type.values) {
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

void checkSet(const ColumnInHand& place) {
    checkValues(place);
    const auto& values = place.type().values;
    if (values.size() > kMaxSetValues) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is a set of {} values", values.size()),
                     "a set has 1 to 64 values; keep more in a table of their own");
    }
    for (const std::string& value : values) {
        if (value.find(',') != std::string::npos) {
            place.refuse(ErrorCode::BadType,
                         fmt::format("has the set value '{}', which holds a comma", value),
                         "MySQL writes sets with commas between the values; spell it in another "
                         "way");
        }
    }
}

void checkDecimal(const ColumnInHand& place) {
    const ColumnType& type = place.type();
    if (type.precision < 1 || type.precision > kMaxPrecision || type.scale > kMaxScale ||
        type.scale > type.precision) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is decimal({}, {})", type.precision, type.scale),
                     "precision is 1 to 65, scale 0 to 30 and at most the precision");
    }
}

void checkLength(const ColumnInHand& place, std::uint32_t most, std::string_view hint) {
    const ColumnType& type = place.type();
    if (type.length < 1 || type.length > most) {
        ColumnType without = type;
        without.length = 0;
        const std::string call = callOf(without);
        place.refuse(
            ErrorCode::BadType,
            fmt::format("is {}{})", std::string_view{call}.substr(0, call.size() - 1), type.length),
            fmt::format("the length is 1 to {}{}", most, hint));
    }
}

void checkSecondDigits(const ColumnInHand& place) {
    if (place.type().precision > kMaxSecondDigits) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("keeps {} digits of a second", place.type().precision),
                     "0 to 6 are kept");
    }
}

bool isRangeElement(const ColumnType& element) {
    return !element.isUnsigned &&
           (element.kind == Kind::Integer || element.kind == Kind::BigInteger ||
            element.kind == Kind::Decimal || element.kind == Kind::Date ||
            element.kind == Kind::Timestamp || element.kind == Kind::TimestampTz);
}

// These need a CHECK of their own, an extension, or more than one bracket.
constexpr std::array<Kind, 11> kNoElements = {Kind::Year,
                                              Kind::Binary,
                                              Kind::Varbinary,
                                              Kind::CaseInsensitiveText,
                                              Kind::Enumeration,
                                              Kind::Set,
                                              Kind::Array,
                                              Kind::Vector,
                                              Kind::Point,
                                              Kind::Geometry,
                                              Kind::Custom};

bool isArrayElement(const ColumnType& element) {
    return !element.isUnsigned && element.form == Form::Usual &&
           std::find(kNoElements.begin(), kNoElements.end(), element.kind) == kNoElements.end();
}

void checkType(const ColumnInHand& place);

void checkElement(const ColumnInHand& place) {
    const ColumnType& type = place.type();
    const ColumnType& element = type.element.front();
    Column inner = place.column;
    inner.type = element;
    checkType({place.table, inner});
    if (type.kind == Kind::Range && !isRangeElement(element)) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is a {}", callOf(type)),
                     "there are ranges of integer(), bigInteger(), decimal(p, s), date(), "
                     "timestamp() and timestampTz()");
    }
    if (type.kind == Kind::Array && !isArrayElement(element)) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is an {}", callOf(type)),
                     element.kind == Kind::Enumeration
                         ? "use set(...) for several of a list of values"
                         : "an array holds numbers, texts, times, json, bytes or addresses; "
                           "customType(...) takes any other type");
    }
}

void checkType(const ColumnInHand& place) {
    const ColumnType& type = place.type();
    switch (type.kind) {
    case Kind::Decimal:
        return checkDecimal(place);
    case Kind::String:
    case Kind::CaseInsensitiveText:
        return checkLength(place, kMaxLength, " characters; longer texts are text()");
    case Kind::FixedString:
        return checkLength(place, kMaxFixedLength, " characters; longer texts are string(n)");
    case Kind::Binary:
        return checkLength(place, kMaxFixedLength, " bytes; longer ones are varbinary(n)");
    case Kind::Varbinary:
        return checkLength(place, kMaxVarbinary, " bytes; longer ones are bytes()");
    case Kind::Bit:
        return checkLength(place, kMaxBits, " bits; longer ones are binary(n)");
    case Kind::VarBit:
        return checkLength(place, kMaxVaryingBits, " bits");
    case Kind::Vector:
        return checkLength(place, kMaxDimensions, " dimensions");
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return checkSecondDigits(place);
    case Kind::Enumeration:
        return checkValues(place);
    case Kind::Set:
        return checkSet(place);
    case Kind::Array:
    case Kind::Range:
        return checkElement(place);
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Real:
    case Kind::DoublePrecision:
    case Kind::Text:
    case Kind::Boolean:
    case Kind::Date:
    case Kind::Duration:
    case Kind::Year:
    case Kind::Json:
    case Kind::Bytes:
    case Kind::Uuid:
    case Kind::Inet:
    case Kind::Cidr:
    case Kind::MacAddress:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Point:
    case Kind::Geometry:
    case Kind::Xml:
    case Kind::Custom:
        return;
    }
}

// The types that a form is for, in words; empty when it is for this one.
std::string_view whatTakes(const ColumnType& type) {
    switch (type.form) {
    case Form::Usual:
        return {};
    case Form::Check:
        return type.kind == Kind::Enumeration ? "" : "enumeration(...)";
    case Form::Text:
        return type.kind == Kind::Decimal || (type.kind == Kind::BigInteger && type.isUnsigned)
                   ? ""
                   : "decimal(p, s) and unsignedBigInteger()";
    case Form::Binary:
        return type.kind == Kind::Uuid ? "" : "uuid()";
    case Form::Plain:
        return type.kind == Kind::Json ? "" : "json()";
    case Form::ScaledInteger:
        return type.kind == Kind::Decimal ? "" : "decimal(p, s)";
    case Form::NativeTimestamp:
        return type.kind == Kind::TimestampTz ? "" : "timestampTz(p)";
    case Form::Json:
        return type.kind == Kind::Array ? "" : "array(...)";
    }
    return {};
}

void checkForm(const ColumnInHand& place) {
    const ColumnType& type = place.type();
    const std::string_view wanted = whatTakes(type);
    if (!wanted.empty()) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is {}, which has no {}", callOf(type), callOf(type.form)),
                     fmt::format("{} is for {}", callOf(type.form), wanted));
    }
    if (type.form == Form::ScaledInteger && type.precision > kMaxScaledDigits) {
        place.refuse(
            ErrorCode::BadType,
            fmt::format("is decimal({}, {}) as a scaled integer", type.precision, type.scale),
            "an integer has room for 18 digits; leave scaledInteger() out");
    }
}

bool isText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::Custom;
}

void checkTextAttributes(const ColumnInHand& place) {
    if (isText(place.type())) {
        return;
    }
    const auto wantNone = [&](bool said, std::string_view what, std::string_view call) {
        if (said) {
            place.refuse(ErrorCode::BadType,
                         fmt::format("is {}, which has no {}", callOf(place.type()), what),
                         fmt::format("leave {} out", call));
        }
    };
    wantNone(!isEmpty(place.column.collation), "collation", "collate(...)");
    wantNone(!place.column.charset.empty(), "character set", "charset(...)");
}

void checkGenerated(const ColumnInHand& place) {
    const Identity& identity = place.column.identity;
    const bool counted = place.column.generated && isIntegerKind(place.type().kind);
    if (identity != Identity{} && !counted) {
        place.refuse(ErrorCode::BadType,
                     "is told how to count, and is no generated integer",
                     "generatedAlways(), startingAt(n) and inStepsOf(n) are for integers that are "
                     "generated()");
    }
    if (identity.start < 1 || identity.increment < 1) {
        place.refuse(ErrorCode::BadArgument,
                     fmt::format("starts at {} and counts in steps of {}",
                                 identity.start,
                                 identity.increment),
                     "give both as 1 or more");
    }
    if (!place.column.generated) {
        return;
    }
    if (place.type().kind != Kind::Uuid && !isIntegerKind(place.type().kind)) {
        place.refuse(ErrorCode::BadType,
                     "is generated, which no database does for its type",
                     "generated() is for uuid and integer columns; use defaultTo(...)");
    }
    if (place.column.defaultValue) {
        place.refuse(ErrorCode::BadDefault, "is generated and has a default", "keep one of them");
    }
}

void checkRenewed(const ColumnInHand& place) {
    const Kind kind = place.type().kind;
    if (place.column.renewedAtUpdate && kind != Kind::Timestamp && kind != Kind::TimestampTz) {
        place.refuse(ErrorCode::BadType,
                     fmt::format("is {} and renewed on each update", callOf(place.type())),
                     "renewedOnUpdate() is for timestamp and timestampTz columns");
    }
}

void checkComputed(const ColumnInHand& place) {
    const Column& column = place.column;
    if (!column.computed) {
        return;
    }
    const auto wantNone = [&](bool said, std::string_view what) {
        if (said) {
            place.refuse(ErrorCode::BadDefault,
                         fmt::format("is computed and {}", what),
                         "keep one of them");
        }
    };
    wantNone(column.defaultValue.has_value(), "has a default");
    wantNone(column.generated, "generated");
    wantNone(column.renewedAtUpdate, "renewed on each update");
    for (const auto& sql : column.computed->sql) {
        if (sql && sql->empty()) {
            place.refuse(ErrorCode::BadArgument,
                         "is computed from an expression without text",
                         "write the expression for each database");
        }
    }
}

}  // namespace

void ColumnInHand::refuse(ErrorCode code, const std::string& what, std::string hint) const {
    detail::refuse(code,
                   fmt::format("{}.{} {}", table, column.name, what),
                   std::move(hint),
                   column.line);
}

void wantTypeAlone(const Column& column, std::string_view what, SourceLine line) {
    const auto wantNone = [&](bool said, std::string_view call, std::string_view instead) {
        if (said) {
            detail::refuse(ErrorCode::BadArgument,
                           fmt::format("{} says {}, and takes the type alone", what, call),
                           std::string{instead},
                           line);
        }
    };
    wantNone(column.nullable, "nullable()", "say it of the column; t.dropNotNull(...) changes it");
    wantNone(column.generated || column.identity != Identity{},
             "generated()",
             "say it of the column, where it is made");
    wantNone(column.defaultValue.has_value(),
             "a default",
             "say it of the column; t.setDefault(...) changes it");
    wantNone(column.computed.has_value(),
             "an expression",
             "say it of the column, where it is made");
    wantNone(column.renewedAtUpdate, "renewedOnUpdate()", "say it of the column, where it is made");
    wantNone(column.invisible, "invisible()", "say it of the column, where it is made");
    wantNone(!column.comment.empty(),
             "a comment",
             "say it of the column; t.commentOn(...) changes it");
}

void checkColumn(const std::string& table, Column& column) {
    const ColumnInHand place{table, column};
    checkType(place);
    checkForm(place);
    checkTextAttributes(place);
    checkGenerated(place);
    checkRenewed(place);
    checkComputed(place);
    if (!column.defaultValue) {
        return;
    }
    column.defaultValue = exactDefault(column.type, *std::move(column.defaultValue));
    if (const std::string hint = mendedDefault(column.type, *column.defaultValue); !hint.empty()) {
        place.refuse(ErrorCode::BadDefault,
                     fmt::format("cannot hold the default {}", inWords(*column.defaultValue)),
                     hint);
    }
}

}  // namespace godwit::detail
