#include <array>

#include <fmt/format.h>

#include "mysql/types.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

constexpr std::size_t kBytesOfCharacter = 4;  // utf8mb4
constexpr std::size_t kBytesOfUuidText = 36;
constexpr std::size_t kBytesOfUuid = 16;
// Length and pointer: https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html
constexpr std::size_t kBytesOfReference = 12;

// Hexadecimal digits in both cases are one uuid, as they are to a uuid type.
constexpr std::string_view kUuidText = "char(36) CHARACTER SET ascii COLLATE ascii_general_ci";

std::string enumType(const ColumnType& type, const Dialect& dialect) {
    std::vector<std::string> values;
    for (const std::string& value : type.values) {
        values.push_back(dialect.literal(value));
    }
    return fmt::format("enum({})", fmt::join(values, ", "));
}

// https://dev.mysql.com/doc/refman/8.4/en/storage-requirements.html#data-types-storage-reqs-numeric
std::size_t bytesOfDigits(std::uint32_t digits) {
    constexpr std::array<std::size_t, 9> kLeftover = {0, 1, 1, 2, 2, 3, 3, 4, 4};
    return std::size_t{digits / 9} * 4 + kLeftover.at(digits % 9);
}

}  // namespace

bool isMysqlText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

std::string mysqlFraction(const ColumnType& type) {
    return type.precision == 0 ? std::string{} : fmt::format("({})", type.precision);
}

std::string mysqlType(const ColumnType& type, const Dialect& dialect, const Capabilities& can) {
    switch (type.kind) {
    case Kind::TinyInteger:
        return "tinyint";
    case Kind::SmallInteger:
        return "smallint";
    case Kind::Integer:
        return "int";
    case Kind::BigInteger:
        return "bigint";
    case Kind::Decimal:
        return fmt::format("decimal({}, {})", type.precision, type.scale);
    case Kind::String:
        return fmt::format("varchar({})", type.length);
    case Kind::Text:
        return "longtext";
    case Kind::Boolean:
        return "tinyint(1)";
    case Kind::Date:
        return "date";
    case Kind::Timestamp:
    case Kind::TimestampTz:  // TIMESTAMP ends in 2038.
        return "datetime" + mysqlFraction(type);
    case Kind::Json:
        return "json";
    case Kind::Bytes:
        return "longblob";
    case Kind::Uuid:
        return std::string{can.uuidType ? "uuid" : kUuidText};
    case Kind::Enumeration:
        return enumType(type, dialect);
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

std::size_t mysqlBytesInKey(const ColumnType& type, const Capabilities& can) {
    switch (type.kind) {
    case Kind::TinyInteger:
    case Kind::Boolean:
        return 1;
    case Kind::SmallInteger:
        return 2;
    case Kind::Integer:
        return 4;
    case Kind::BigInteger:
        return 8;
    case Kind::Decimal:
        return bytesOfDigits(type.precision - type.scale) + bytesOfDigits(type.scale);
    case Kind::String:
        return kBytesOfCharacter * type.length;
    case Kind::Date:
        return 3;
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return 5 + (type.precision + 1) / 2;
    case Kind::Uuid:
        return can.uuidType ? kBytesOfUuid : kBytesOfUuidText;
    case Kind::Enumeration:
        return type.values.size() < 256 ? 1 : 2;
    case Kind::Text:
    case Kind::Json:
    case Kind::Bytes:
        return kBytesOfReference;
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
    return 0;
}

std::size_t mysqlBytesInRow(const ColumnType& type, const Capabilities& can) {
    const std::size_t bytes = mysqlBytesInKey(type, can);
    return type.kind == Kind::String ? bytes + (bytes > 255 ? 2 : 1) : bytes;
}

bool isStoredBesideRow(const ColumnType& type) {
    return type.kind == Kind::Text || type.kind == Kind::Json || type.kind == Kind::Bytes;
}

}  // namespace godwit::detail
