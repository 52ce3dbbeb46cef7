#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/type_words.hpp"
#include "sql/type_checks.hpp"
#include "sqlite/types.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;
using Form = ColumnType::Form;

constexpr std::uint32_t kMaxScaledDigits = 18;

// A random uuid of version 4: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4
// https://www.sqlite.org/lang_corefunc.html#randomblob
constexpr std::string_view kRandomUuid =
    "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
    "substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (abs(random()) % 4), 1) || "
    "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))";

// As other programs write instants and wall clock times; text of one form sorts by time.
// %f has three digits of a second, more the clock does not give.
// https://www.sqlite.org/lang_datefunc.html
std::string nowOf(const ColumnType& type) {
    if (type.kind == Kind::Date) {
        return "(date('now'))";
    }
    const std::string_view seconds = type.precision == 0 ? "%S" : "%f";
    return type.kind == Kind::TimestampTz
               ? fmt::format("(strftime('%Y-%m-%dT%H:%M:{}Z', 'now'))", seconds)
               : fmt::format("(strftime('%Y-%m-%d %H:%M:{}', 'now'))", seconds);
}

// A moment that is given, in the form of those that the clock gives; other texts as they are.
std::string momentOf(const ColumnType& type, std::string text) {
    if (type.kind != Kind::Timestamp && type.kind != Kind::TimestampTz) {
        return text;
    }
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kSeconds = 19;
    text[kDate] = type.kind == Kind::TimestampTz ? 'T' : ' ';
    if (type.precision > 0) {
        text.resize(std::max(text.size(), kSeconds + 4), '0');
        text[kSeconds] = '.';
    }
    return type.kind == Kind::TimestampTz ? text + 'Z' : text;
}

// "-012.5" is "-1250" with a scale of 2, and "-12.50" with a point.
std::string decimalOf(std::string_view digits, std::uint32_t scale, bool withPoint) {
    const bool negative = !digits.empty() && digits.front() == '-';
    digits.remove_prefix(negative ? 1 : 0);
    const std::size_t point = digits.find('.');
    std::string whole{digits.substr(0, point)};
    std::string fraction{point == std::string_view::npos ? std::string_view{}
                                                         : digits.substr(point + 1)};
    fraction.resize(std::max<std::size_t>(fraction.size(), scale), '0');
    std::string out = withPoint ? whole : whole + fraction;
    out.erase(0, std::min(out.find_first_not_of('0'), out.size() - 1));
    if (withPoint && !fraction.empty()) {
        out += '.' + fraction;
    }
    const bool zero = out.find_first_not_of("0.") == std::string::npos;
    return negative && !zero ? '-' + out : out;
}

class Spelling {
public:
    Spelling(const Column& column, const Dialect& dialect) : column_(column), dialect_(dialect) {}

    std::string operator()(bool value) const { return value ? "1" : "0"; }
    std::string operator()(const TextDefault& value) const {
        return column_.type.kind == Kind::Bit
                   ? fmt::format("{}", std::stoull(value.text, nullptr, 2))
                   : dialect_.literal(momentOf(column_.type, value.text));
    }
    std::string operator()(const NowDefault&) const { return nowOf(column_.type); }
    std::string operator()(const ExpressionDefault& value) const {
        return fmt::format("({})", value.sql);
    }
    std::string operator()(const NumberDefault& value) const {
        const ColumnType& type = column_.type;
        if (type.kind != Kind::Decimal) {
            return type.form == Form::Text ? dialect_.literal(value.digits) : value.digits;
        }
        return storageOf(type) == DecimalStorage::ScaledInteger
                   ? decimalOf(value.digits, type.scale, false)
                   : dialect_.literal(decimalOf(value.digits, type.scale, true));
    }

private:
    const Column& column_;
    const Dialect& dialect_;
};

std::string decimalCheck(const ColumnType& type, const std::string& column) {
    if (storageOf(type) == DecimalStorage::Text) {
        return {};
    }
    const std::string limit(type.precision, '9');
    return fmt::format("{0} BETWEEN -{1} AND {1}", column, limit);
}

// Digits alone, without zeros before them: texts of one length compare as numbers do.
std::string textNumberCheck(const std::string& column) {
    return fmt::format(
        "{0} NOT GLOB '*[^0-9]*' AND ({0} = '0' OR {0} GLOB '[1-9]*') AND "
        "(length({0}) < 20 OR (length({0}) = 20 AND {0} <= '{1}'))",
        column,
        greatestUnsigned(Kind::BigInteger));
}

std::string integerCheck(const ColumnType& type, const std::string& column) {
    if (!type.isUnsigned) {
        return {};
    }
    return type.kind == Kind::BigInteger
               ? textNumberCheck(column)
               : fmt::format("{} BETWEEN 0 AND {}", column, greatestUnsigned(type.kind));
}

// To json_valid(), NULL is not valid JSON: it gives 0 (3.40), where a CHECK lets only NULL pass.
// https://www.sqlite.org/json1.html#jvalid
std::string jsonCheck(const Column& column, const std::string& name) {
    std::string check = fmt::format("json_valid({})", name);
    if (column.type.kind == Kind::Array) {
        check = fmt::format("CASE WHEN {} THEN json_type({}) = 'array' ELSE 0 END", check, name);
    }
    return column.nullable ? fmt::format("{} IS NULL OR {}", name, check) : check;
}

std::string lengthCheck(const std::string& column,
                        std::string_view compared,
                        std::uint32_t length) {
    return fmt::format("length({}) {} {}", column, compared, length);
}

// Its characters; SQLite has no function that knows more.
std::string addressCheck(const std::string& column, std::string_view characters) {
    return fmt::format("{0} GLOB '*[:.]*' AND {0} NOT GLOB '*[^{1}]*'", column, characters);
}

std::string macAddressCheck(const std::string& column) {
    constexpr std::string_view kPair = "[0-9a-fA-F][0-9a-fA-F]";
    return fmt::format("{0} GLOB '{1}:{1}:{1}:{1}:{1}:{1}'", column, kPair);
}

std::string bitCheck(const std::string& column, std::uint32_t bits) {
    return fmt::format("{} BETWEEN 0 AND {}", column, (std::uint64_t{1} << bits) - 1);
}

// What the type leaves open.
std::string expressionOf(const Column& column, const std::string& name, const Dialect& dialect) {
    const ColumnType& type = column.type;
    switch (type.kind) {
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
        return integerCheck(type, name);
    case Kind::Boolean:
        return fmt::format("{} IN (0, 1)", name);
    case Kind::Decimal:
        return decimalCheck(type, name);
    case Kind::String:
    case Kind::CaseInsensitiveText:
    case Kind::Varbinary:
        return lengthCheck(name, "<=", type.length);
    case Kind::FixedString:
    case Kind::Binary:
        return lengthCheck(name, "=", type.length);
    case Kind::Uuid:
        return lengthCheck(name, "=", 36);
    case Kind::Year:
        return name + std::string{kWithinYears};
    case Kind::Bit:
        return bitCheck(name, type.length);
    case Kind::Json:
    case Kind::Array:
        return jsonCheck(column, name);
    case Kind::Enumeration:
        return fmt::format("{} IN ({})", name, literalList(type.values, dialect));
    case Kind::Inet:
        return addressCheck(name, "0-9a-fA-F:.");
    case Kind::Cidr:
        return addressCheck(name, "0-9a-fA-F:./");
    case Kind::MacAddress:
        return macAddressCheck(name);
    case Kind::Real:
    case Kind::DoublePrecision:
    case Kind::Text:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Duration:
    case Kind::Bytes:
    case Kind::Xml:
    case Kind::Custom:
    case Kind::VarBit:
    case Kind::Set:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Vector:
    case Kind::Point:
    case Kind::Geometry:
        break;
    }
    return {};
}

}  // namespace

DecimalStorage storageOf(const ColumnType& decimal) {
    return decimal.precision <= kMaxScaledDigits && decimal.form != Form::Text
               ? DecimalStorage::ScaledInteger
               : DecimalStorage::Text;
}

bool sqliteHasType(const ColumnType& type) {
    constexpr std::array<Kind, 8> kNone = {Kind::VarBit,
                                           Kind::Set,
                                           Kind::Range,
                                           Kind::TextSearchVector,
                                           Kind::TextSearchQuery,
                                           Kind::Vector,
                                           Kind::Point,
                                           Kind::Geometry};
    constexpr std::uint32_t kMaxBits = 63;  // The last of the 64 is the sign.
    if (type.kind == Kind::BigInteger && type.isUnsigned) {
        return type.form == Form::Text;
    }
    if (type.kind == Kind::Array) {
        return type.form == Form::Json;
    }
    return std::find(kNone.begin(), kNone.end(), type.kind) == kNone.end() &&
           !(type.kind == Kind::Bit && type.length > kMaxBits);
}

std::string sqliteType(const ColumnType& type) {
    switch (type.kind) {
    case Kind::BigInteger:
        return type.form == Form::Text ? "TEXT" : "INTEGER";
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::Boolean:
    case Kind::Duration:
    case Kind::Year:
    case Kind::Bit:
        return "INTEGER";
    case Kind::Real:
    case Kind::DoublePrecision:
        return "REAL";
    case Kind::Decimal:
        return storageOf(type) == DecimalStorage::ScaledInteger ? "INTEGER" : "TEXT";
    case Kind::String:
    case Kind::FixedString:
    case Kind::Text:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Json:
    case Kind::Array:
    case Kind::Enumeration:
    case Kind::Xml:
        return "TEXT";
    // Hexadecimal digits in both cases are one uuid or address, as they are to types of their own.
    case Kind::CaseInsensitiveText:
    case Kind::Uuid:
    case Kind::Inet:
    case Kind::Cidr:
    case Kind::MacAddress:
        return "TEXT COLLATE NOCASE";
    case Kind::Bytes:
    case Kind::Binary:
    case Kind::Varbinary:
        return "BLOB";
    case Kind::Custom:
        return *type.custom[static_cast<std::size_t>(DatabaseKind::SQLite)];
    case Kind::VarBit:
    case Kind::Set:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Vector:
    case Kind::Point:
    case Kind::Geometry:
        break;
    }
    return {};
}

std::string sqliteDefault(const Column& column, const Dialect& dialect) {
    if (column.generated && column.type.kind == Kind::Uuid) {
        return fmt::format(" DEFAULT {}", kRandomUuid);
    }
    if (!column.defaultValue) {
        return {};
    }
    return " DEFAULT " + std::visit(Spelling{column, dialect}, *column.defaultValue);
}

std::string sqliteTypeCheck(const Column& column, const std::string& name, const Dialect& dialect) {
    const std::string expression = expressionOf(column, dialect.identifier(column.name), dialect);
    if (expression.empty()) {
        return {};
    }
    return column.type.kind == Kind::Enumeration
               ? fmt::format(" CONSTRAINT {} CHECK ({})", dialect.identifier(name), expression)
               : fmt::format(" CHECK ({})", expression);
}

}  // namespace godwit::detail
