#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/sql_words.hpp"
#include "mysql/types.hpp"
#include "sql/type_checks.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;
using Form = ColumnType::Form;

// Hexadecimal digits in both cases are one uuid or address, as they are to a type of their own.
constexpr std::string_view kHexadecimalText = " CHARACTER SET ascii COLLATE ascii_general_ci";

// The longest enum value; so a value that is added later needs no other type.
constexpr std::string_view kCheckedText = "varchar(63)";

std::string withSign(std::string_view type, const ColumnType& of) {
    return std::string{type} + (of.isUnsigned ? " unsigned" : "");
}

std::string sized(std::string_view type, TextSize size) {
    constexpr std::array<std::string_view, 4> kSizes = {"tiny", "", "medium", "long"};
    return fmt::format("{}{}", kSizes.at(static_cast<std::size_t>(size)), type);
}

std::string uuidType(const ColumnType& type, const Capabilities& can) {
    if (isBinaryUuid(type, can)) {
        return "binary(16)";
    }
    return can.uuidType ? "uuid" : "char(36)" + std::string{kHexadecimalText};
}

// Either of the two kinds of addresses. The type inet6 of MariaDB would give an IPv4 address back
// in another spelling (11.8), or refuse it (10.11). To MariaDB, NULL is no address: it gives 0,
// where a CHECK lets only NULL pass.
// https://dev.mysql.com/doc/refman/8.4/en/miscellaneous-functions.html#function_is-ipv4
std::string isAddress(const std::string& column, const std::string& text) {
    return fmt::format("{0} IS NULL OR is_ipv4({1}) OR is_ipv6({1})", column, text);
}

// https://dev.mysql.com/doc/refman/8.4/en/spatial-type-overview.html
// https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/create-table
std::string geometryType(std::string_view shape, const ColumnType& type, const Capabilities& can) {
    return fmt::format("{} {}{}", shape, can.spatialReference, type.srid);
}

std::string caseInsensitiveType(const ColumnType& type, const Capabilities& can) {
    return fmt::format("varchar({}) CHARACTER SET utf8mb4 COLLATE {}",
                       type.length,
                       can.caseInsensitiveCollation);
}

// https://dev.mysql.com/doc/refman/8.4/en/storage-requirements.html#data-types-storage-reqs-numeric
std::size_t bytesOfDigits(std::uint32_t digits) {
    constexpr std::array<std::size_t, 9> kLeftover = {0, 1, 1, 2, 2, 3, 3, 4, 4};
    return std::size_t{digits / 9} * 4 + kLeftover.at(digits % 9);
}

std::size_t bytesOfSet(std::size_t values) { return values <= 32 ? (values + 7) / 8 : 8; }

constexpr std::size_t kBytesOfCharacter = 4;  // utf8mb4
constexpr std::size_t kBytesOfUuidText = 36;
constexpr std::size_t kBytesOfUuid = 16;
constexpr std::size_t kBytesOfCheckedText = 63 * kBytesOfCharacter;
constexpr std::size_t kBytesOfNetwork = 49;
// Length and pointer: https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html
constexpr std::size_t kBytesOfReference = 12;

// Of the sets that are asked for; of any other, the most there is.
// https://dev.mysql.com/doc/refman/8.4/en/charset-charsets.html
std::size_t bytesOfCharacter(const std::string& charset) {
    constexpr std::array<std::string_view, 4> kOneByte = {"ascii", "latin1", "latin2", "binary"};
    const std::string name = lowerCase(charset);
    const bool one = std::find(kOneByte.begin(), kOneByte.end(), name) != kOneByte.end();
    return one ? 1 : name == "utf8mb3" ? 3 : kBytesOfCharacter;
}

bool growsWithValue(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::CaseInsensitiveText ||
           type.kind == Kind::Varbinary || type.kind == Kind::Inet || type.kind == Kind::Cidr ||
           (type.kind == Kind::Enumeration && type.form == Form::Check);
}

}  // namespace

bool isMysqlText(const ColumnType& type) {
    return type.kind == Kind::String || type.kind == Kind::FixedString || type.kind == Kind::Text ||
           type.kind == Kind::CaseInsensitiveText;
}

std::string mysqlFraction(const ColumnType& type) {
    return type.precision == 0 ? std::string{} : fmt::format("({})", type.precision);
}

bool isBinaryUuid(const ColumnType& type, const Capabilities& can) {
    return type.kind == Kind::Uuid && type.form == Form::Binary && !can.uuidType;
}

bool mysqlHasType(const ColumnType& type, const Capabilities& can) {
    switch (type.kind) {
    case Kind::VarBit:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
        return false;
    case Kind::Array:
        return type.form == Form::Json;
    case Kind::Vector:
        return can.vectors;
    case Kind::CaseInsensitiveText:
        return !can.caseInsensitiveCollation.empty();
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
    case Kind::Real:
    case Kind::DoublePrecision:
    case Kind::Decimal:
    case Kind::String:
    case Kind::FixedString:
    case Kind::Text:
    case Kind::Boolean:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::TimestampTz:
    case Kind::Duration:
    case Kind::Year:
    case Kind::Json:
    case Kind::Bytes:
    case Kind::Binary:
    case Kind::Varbinary:
    case Kind::Bit:
    case Kind::Uuid:
    case Kind::Enumeration:
    case Kind::Set:
    case Kind::Inet:
    case Kind::Cidr:
    case Kind::MacAddress:
    case Kind::Point:
    case Kind::Geometry:
    case Kind::Xml:
    case Kind::Custom:
        return true;
    }
    return false;
}

std::string mysqlType(const ColumnType& type, const Dialect& dialect, const Capabilities& can) {
    switch (type.kind) {
    case Kind::TinyInteger:
        return withSign("tinyint", type);
    case Kind::SmallInteger:
        return withSign("smallint", type);
    case Kind::Integer:
        return withSign("int", type);
    case Kind::BigInteger:
        return withSign("bigint", type);
    case Kind::Real:
        return "float";
    case Kind::DoublePrecision:
        return "double";
    case Kind::Decimal:
        return fmt::format("decimal({}, {})", type.precision, type.scale);
    case Kind::String:
        return fmt::format("varchar({})", type.length);
    case Kind::FixedString:
        return fmt::format("char({})", type.length);
    case Kind::Text:
        return sized("text", type.size);
    case Kind::CaseInsensitiveText:
        return caseInsensitiveType(type, can);
    case Kind::Boolean:
        return "tinyint(1)";
    case Kind::Date:
        return "date";
    case Kind::Time:
        return "time" + mysqlFraction(type);
    case Kind::TimestampTz:  // TIMESTAMP ends in 2038.
        return (type.form == Form::NativeTimestamp ? "timestamp" : "datetime") +
               mysqlFraction(type);
    case Kind::Timestamp:
        return "datetime" + mysqlFraction(type);
    case Kind::Duration:  // Microseconds: TIME ends at 838 hours.
        return "bigint";
    case Kind::Year:
        return "year";
    case Kind::Json:
    case Kind::Array:
        return "json";
    case Kind::Bytes:
        return sized("blob", type.size);
    case Kind::Binary:
        return fmt::format("binary({})", type.length);
    case Kind::Varbinary:
        return fmt::format("varbinary({})", type.length);
    case Kind::Bit:
        return fmt::format("bit({})", type.length);
    case Kind::Uuid:
        return uuidType(type, can);
    case Kind::Enumeration:
        return type.form == Form::Check
                   ? std::string{kCheckedText}
                   : fmt::format("enum({})", literalList(type.values, dialect));
    case Kind::Set:
        return fmt::format("set({})", literalList(type.values, dialect));
    case Kind::Inet:
        return "varchar(45)" + std::string{kHexadecimalText};
    case Kind::Cidr:
        return "varchar(49)" + std::string{kHexadecimalText};
    case Kind::MacAddress:
        return "char(17)" + std::string{kHexadecimalText};
    case Kind::Vector:
        return fmt::format("vector({})", type.length);
    case Kind::Point:
        return geometryType("point", type, can);
    case Kind::Geometry:
        return geometryType("geometry", type, can);
    case Kind::Xml:
        return "longtext";
    case Kind::Custom:
        return *type.custom[static_cast<std::size_t>(dialect.server().kind)];
    case Kind::VarBit:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
        break;
    }
    return {};
}

std::string mysqlTypeCheck(const Column& column, const Dialect& dialect, const Capabilities& can) {
    const ColumnType& type = column.type;
    const std::string name = dialect.identifier(column.name);
    std::string check;
    if (type.kind == Kind::Enumeration && type.form == Form::Check) {
        check = fmt::format("{} IN ({})", name, literalList(type.values, dialect));
    } else if (type.kind == Kind::Array) {
        check = fmt::format("json_type({}) = 'ARRAY'", name);
    } else if (type.kind == Kind::Inet) {
        check = isAddress(name, name);
    } else if (type.kind == Kind::Cidr) {
        check = isAddress(name, fmt::format("substring_index({}, '/', 1)", name));
    } else if (type.kind == Kind::MacAddress) {
        check = fmt::format("{} REGEXP '^([0-9a-fA-F]{{2}}:){{5}}[0-9a-fA-F]{{2}}$'", name);
    } else if ((type.kind == Kind::Point || type.kind == Kind::Geometry) && !can.enforcesSrid) {
        check = fmt::format("st_srid({}) = {}", name, type.srid);
    }
    if (column.computed && !column.nullable && !can.computedNotNull) {
        check = check.empty() ? name + " IS NOT NULL"
                              : fmt::format("{} IS NOT NULL AND ({})", name, check);
    }
    return check;
}

std::string mysqlTextDefault(const ColumnType& type,
                             const std::string& text,
                             const Dialect& dialect,
                             const Capabilities& can) {
    if (type.kind == Kind::Bit) {
        return fmt::format("b'{}'", text);
    }
    if (isBinaryUuid(type, can)) {
        std::string digits = text;
        std::erase(digits, '-');
        return fmt::format("x'{}'", digits);
    }
    const std::string literal = dialect.literal(text);
    const bool plain = can.literalDefaultsOfText || !isStoredBesideRow(type);
    return plain ? literal : fmt::format("({})", literal);
}

std::size_t mysqlBytesInKey(const ColumnType& type, const Capabilities& can) {
    switch (type.kind) {
    case Kind::TinyInteger:
    case Kind::Boolean:
    case Kind::Year:
        return 1;
    case Kind::SmallInteger:
        return 2;
    case Kind::Integer:
    case Kind::Real:
        return 4;
    case Kind::BigInteger:
    case Kind::DoublePrecision:
    case Kind::Duration:
        return 8;
    case Kind::Decimal:
        return bytesOfDigits(type.precision - type.scale) + bytesOfDigits(type.scale);
    case Kind::String:
    case Kind::FixedString:
    case Kind::CaseInsensitiveText:
        return kBytesOfCharacter * type.length;
    case Kind::Date:
        return 3;
    case Kind::Time:
        return 3 + (type.precision + 1) / 2;
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return 5 + (type.precision + 1) / 2;
    case Kind::Uuid:
        return can.uuidType || isBinaryUuid(type, can) ? kBytesOfUuid : kBytesOfUuidText;
    case Kind::Enumeration:
        return type.form == Form::Check ? kBytesOfCheckedText : type.values.size() < 256 ? 1 : 2;
    case Kind::Set:
        return bytesOfSet(type.values.size());
    case Kind::Binary:
    case Kind::Varbinary:
        return type.length;
    case Kind::Bit:
        return (type.length + 7) / 8;
    case Kind::Inet:
    case Kind::Cidr:
    case Kind::MacAddress:
        return kBytesOfNetwork;
    case Kind::Vector:
        return can.vectorsInRow ? 4 * type.length : kBytesOfReference;
    case Kind::Text:
    case Kind::Json:
    case Kind::Bytes:
    case Kind::Array:
    case Kind::Point:
    case Kind::Geometry:
    case Kind::Xml:
        return kBytesOfReference;
    case Kind::VarBit:
    case Kind::Range:
    case Kind::TextSearchVector:
    case Kind::TextSearchQuery:
    case Kind::Custom:  // Nobody knows.
        break;
    }
    return 0;
}

std::size_t mysqlBytesInKey(const Column& column, const Capabilities& can) {
    const Kind kind = column.type.kind;
    const bool ofCharset = kind == Kind::String || kind == Kind::FixedString;
    return ofCharset ? column.type.length * bytesOfCharacter(column.charset)
                     : mysqlBytesInKey(column.type, can);
}

std::size_t mysqlBytesInRow(const Column& column, const Capabilities& can) {
    const std::size_t bytes = mysqlBytesInKey(column, can);
    return growsWithValue(column.type) ? bytes + (bytes > 255 ? 2 : 1) : bytes;
}

bool isStoredBesideRow(const ColumnType& type) {
    constexpr std::array<Kind, 8> kBeside = {Kind::Text,
                                             Kind::Json,
                                             Kind::Bytes,
                                             Kind::Array,
                                             Kind::Vector,
                                             Kind::Point,
                                             Kind::Geometry,
                                             Kind::Xml};
    return std::find(kBeside.begin(), kBeside.end(), type.kind) != kBeside.end();
}

}  // namespace godwit::detail
