#include <algorithm>

#include <fmt/format.h>

#include "sqlite/types.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

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
    std::string operator()(const TextDefault& value) const { return dialect_.literal(value.text); }
    std::string operator()(const NowDefault&) const { return nowOf(column_.type); }
    std::string operator()(const ExpressionDefault& value) const {
        return fmt::format("({})", value.sql);
    }
    std::string operator()(const NumberDefault& value) const {
        const ColumnType& type = column_.type;
        if (type.kind != Kind::Decimal) {
            return value.digits;
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
    return fmt::format(" CHECK ({0} BETWEEN -{1} AND {1})", column, limit);
}

// To json_valid(), NULL is not valid JSON: it gives 0 (3.40), where a CHECK lets only NULL pass.
// https://www.sqlite.org/json1.html#jvalid
std::string jsonCheck(const Column& column, const std::string& name) {
    return column.nullable ? fmt::format(" CHECK ({0} IS NULL OR json_valid({0}))", name)
                           : fmt::format(" CHECK (json_valid({}))", name);
}

std::string enumCheck(const ColumnType& type,
                      const std::string& column,
                      const std::string& name,
                      const Dialect& dialect) {
    std::vector<std::string> values;
    for (const std::string& value : type.values) {
        values.push_back(dialect.literal(value));
    }
    return fmt::format(" CONSTRAINT {} CHECK ({} IN ({}))",
                       dialect.identifier(name),
                       column,
                       fmt::join(values, ", "));
}

}  // namespace

DecimalStorage storageOf(const ColumnType& decimal) {
    return decimal.precision <= kMaxScaledDigits ? DecimalStorage::ScaledInteger
                                                 : DecimalStorage::Text;
}

std::string sqliteType(const ColumnType& type) {
    switch (type.kind) {
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Boolean:
        return "INTEGER";
    case Kind::Decimal:
        return storageOf(type) == DecimalStorage::ScaledInteger ? "INTEGER" : "TEXT";
    case Kind::String:
    case Kind::Text:
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Json:
    case Kind::Enumeration:
        return "TEXT";
    case Kind::Uuid:  // Hexadecimal digits in both cases are one uuid, as they are to a uuid type.
        return "TEXT COLLATE NOCASE";
    case Kind::Bytes:
        return "BLOB";
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
    const ColumnType& type = column.type;
    const std::string quotedName = dialect.identifier(column.name);
    switch (type.kind) {
    case Kind::Boolean:
        return fmt::format(" CHECK ({} IN (0, 1))", quotedName);
    case Kind::Decimal:
        return decimalCheck(type, quotedName);
    case Kind::String:
        return fmt::format(" CHECK (length({}) <= {})", quotedName, type.length);
    case Kind::Uuid:
        return fmt::format(" CHECK (length({}) = 36)", quotedName);
    case Kind::Json:
        return jsonCheck(column, quotedName);
    case Kind::Enumeration:
        return enumCheck(type, quotedName, name, dialect);
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Text:
    case Kind::Date:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Bytes:
        return {};
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
        break;
    }
    return {};
}

}  // namespace godwit::detail
