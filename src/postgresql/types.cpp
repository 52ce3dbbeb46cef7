#include <cstdlib>

#include <fmt/format.h>

#include "model/type_words.hpp"
#include "postgresql/types.hpp"
#include "sql/type_checks.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;
using Form = ColumnType::Form;

// The smallest there is has 16 bits; unsigned numbers take the next larger one.
// https://www.postgresql.org/docs/current/datatype-numeric.html
std::string_view integerType(const ColumnType& type) {
    const bool isUnsigned = type.isUnsigned;
    return type.kind == Kind::TinyInteger    ? "smallint"
           : type.kind == Kind::SmallInteger ? (isUnsigned ? "integer" : "smallint")
           : type.kind == Kind::Integer      ? (isUnsigned ? "bigint" : "integer")
                                             : (isUnsigned ? "numeric(20, 0)" : "bigint");
}

// https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-BUILTIN
std::string_view rangeType(Kind element) {
    return element == Kind::Integer      ? "int4range"
           : element == Kind::BigInteger ? "int8range"
           : element == Kind::Decimal    ? "numrange"
           : element == Kind::Date       ? "daterange"
           : element == Kind::Timestamp  ? "tsrange"
                                         : "tstzrange";
}

// https://postgis.net/docs/using_postgis_dbmanagement.html#PostGIS_Geometry
std::string geometryType(std::string_view shape, std::uint32_t srid) {
    return srid == 0 ? fmt::format("geometry({})", shape)
                     : fmt::format("geometry({}, {})", shape, srid);
}

// "a,b" as an array of texts.
std::string textArray(std::string_view values, const Dialect& dialect) {
    if (values.empty()) {
        return "'{}'";
    }
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= values.size();) {
        const std::size_t end = std::min(values.find(',', at), values.size());
        all.emplace_back(values.substr(at, end - at));
        at = end + 1;
    }
    return fmt::format("ARRAY[{}]::text[]", literalList(all, dialect));
}

// "-0:00:01.500000": hours have no upper end.
// https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT
std::string intervalOf(const std::string& microseconds) {
    constexpr std::int64_t kSecond = 1'000'000;
    const std::lldiv_t parts = std::lldiv(std::stoll(microseconds), kSecond);
    const std::int64_t seconds = std::abs(parts.quot);
    return fmt::format("'{}{}:{:02}:{:02}.{:06}'",
                       microseconds.starts_with('-') ? "-" : "",
                       seconds / 3600,
                       seconds / 60 % 60,
                       seconds % 60,
                       std::abs(parts.rem));
}

// A random uuid of version 4 out of what PostgreSQL 12 has; gen_random_uuid() came with 13.
// md5() gives 32 hex digits; the 13th tells the version, the 17th the variant.
// https://www.postgresql.org/docs/12/functions-math.html#FUNCTIONS-MATH-RANDOM-TABLE
// https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4
constexpr std::string_view kUuidFromRandom =
    "(overlay(overlay(md5(random()::text || random()::text || clock_timestamp()::text || "
    "pg_backend_pid()::text) placing '4' from 13) placing "
    "substr('89ab', floor(random() * 4)::integer + 1, 1) from 17)::uuid)";

// https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-GENERATED-IDENTITY
std::string identityClause(const Identity& identity) {
    std::string options;
    if (identity.start != 1) {
        options += fmt::format("START WITH {}", identity.start);
    }
    if (identity.increment != 1) {
        options += fmt::format("{}INCREMENT BY {}", options.empty() ? "" : " ", identity.increment);
    }
    return fmt::format(" GENERATED {} AS IDENTITY{}",
                       identity.always ? "ALWAYS" : "BY DEFAULT",
                       options.empty() ? options : fmt::format(" ({})", options));
}

class DefaultSpelling {
public:
    DefaultSpelling(const ColumnType& type, const Dialect& dialect)
        : type_(type), dialect_(dialect) {}

    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const NumberDefault& value) const {
        return type_.kind == Kind::Duration ? intervalOf(value.digits) : value.digits;
    }
    std::string operator()(const TextDefault& value) const {
        const bool bits = type_.kind == Kind::Bit || type_.kind == Kind::VarBit;
        return type_.kind == Kind::Set     ? textArray(value.text, dialect_)
               : type_.kind == Kind::Array ? "'{}'"
               : bits                      ? fmt::format("B'{}'", value.text)
                                           : dialect_.literal(value.text);
    }
    std::string operator()(const NowDefault&) const {
        return type_.kind == Kind::Date        ? "CURRENT_DATE"
               : type_.kind == Kind::Timestamp ? "LOCALTIMESTAMP"
                                               : "CURRENT_TIMESTAMP";
    }
    std::string operator()(const ExpressionDefault& value) const {
        return fmt::format("({})", value.sql);
    }

private:
    const ColumnType& type_;
    const Dialect& dialect_;
};

}  // namespace

std::string postgresqlType(const ColumnType& type, const Dialect& dialect) {
    switch (type.kind) {
    case Kind::TinyInteger:
    case Kind::SmallInteger:
    case Kind::Integer:
    case Kind::BigInteger:
        return std::string{integerType(type)};
    case Kind::Real:
        return "real";
    case Kind::DoublePrecision:
        return "double precision";
    case Kind::Decimal:
        return fmt::format("numeric({}, {})", type.precision, type.scale);
    case Kind::String:
        return fmt::format("varchar({})", type.length);
    case Kind::FixedString:
        return fmt::format("char({})", type.length);
    case Kind::Text:
        return "text";
    case Kind::CaseInsensitiveText:
        return "citext";
    case Kind::Boolean:
        return "boolean";
    case Kind::Date:
        return "date";
    case Kind::Time:
        return fmt::format("time({})", type.precision);
    case Kind::Timestamp:
        return fmt::format("timestamp({})", type.precision);
    case Kind::TimestampTz:
        return fmt::format("timestamptz({})", type.precision);
    case Kind::Duration:
        return "interval";
    case Kind::Year:
        return "smallint";
    case Kind::Json:
        return type.form == Form::Plain ? "json" : "jsonb";
    case Kind::Bytes:
    case Kind::Binary:
    case Kind::Varbinary:
        return "bytea";
    case Kind::Bit:
        return fmt::format("bit({})", type.length);
    case Kind::VarBit:
        return fmt::format("varbit({})", type.length);
    case Kind::Uuid:
        return "uuid";
    case Kind::Enumeration:
        return type.form == Form::Check ? "text" : dialect.objectName(type.enumName);
    case Kind::Set:
        return "text[]";
    case Kind::Array:
        return postgresqlType(type.element.front(), dialect) + "[]";
    case Kind::Range:
        return std::string{rangeType(type.element.front().kind)};
    case Kind::Inet:
        return "inet";
    case Kind::Cidr:
        return "cidr";
    case Kind::MacAddress:
        return "macaddr";
    case Kind::TextSearchVector:
        return "tsvector";
    case Kind::TextSearchQuery:
        return "tsquery";
    case Kind::Vector:
        return fmt::format("vector({})", type.length);
    case Kind::Point:
        return geometryType("Point", type.srid);
    case Kind::Geometry:
        return geometryType("Geometry", type.srid);
    case Kind::Xml:
        return "xml";
    case Kind::Custom:
        return *type.custom[static_cast<std::size_t>(DatabaseKind::PostgreSQL)];
    }
    return {};
}

std::string postgresqlDefault(const Column& column,
                              const Dialect& dialect,
                              const Capabilities& can) {
    if (column.generated) {
        if (column.type.kind != Kind::Uuid) {
            return identityClause(column.identity);
        }
        return fmt::format(" DEFAULT {}", can.randomUuid ? "gen_random_uuid()" : kUuidFromRandom);
    }
    if (!column.defaultValue) {
        return {};
    }
    return " DEFAULT " + std::visit(DefaultSpelling{column.type, dialect}, *column.defaultValue);
}

std::string postgresqlTypeCheck(const Column& column, const Dialect& dialect) {
    const ColumnType& type = column.type;
    const std::string name = dialect.identifier(column.name);
    if (isIntegerKind(type.kind) && type.isUnsigned) {
        return fmt::format("{} BETWEEN 0 AND {}", name, greatestUnsigned(type.kind));
    }
    if (type.kind == Kind::Year) {
        return name + std::string{kWithinYears};
    }
    if (type.kind == Kind::Binary || type.kind == Kind::Varbinary) {
        return fmt::format("octet_length({}) {} {}",
                           name,
                           type.kind == Kind::Binary ? "=" : "<=",
                           type.length);
    }
    if (type.kind == Kind::CaseInsensitiveText) {
        return fmt::format("char_length({}) <= {}", name, type.length);
    }
    if (type.kind == Kind::Enumeration && type.form == Form::Check) {
        return fmt::format("{} IN ({})", name, literalList(type.values, dialect));
    }
    if (type.kind == Kind::Set) {
        return fmt::format("{} <@ ARRAY[{}]::text[]", name, literalList(type.values, dialect));
    }
    return {};
}

std::string_view postgresqlExtension(const ColumnType& type) {
    return type.kind == Kind::CaseInsensitiveText                    ? "citext"
           : type.kind == Kind::Vector                               ? "vector"
           : type.kind == Kind::Point || type.kind == Kind::Geometry ? "postgis"
                                                                     : "";
}

bool isNativeEnum(const Column& column) {
    return column.type.kind == Kind::Enumeration && column.type.form != Form::Check;
}

}  // namespace godwit::detail
