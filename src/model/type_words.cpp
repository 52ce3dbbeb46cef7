#include <fmt/format.h>

#include "model/type_words.hpp"

namespace godwit::detail {

namespace {

using Kind = ColumnType::Kind;

// Without what stands in its parentheses.
std::string_view wordFor(Kind kind) {
    switch (kind) {
    case Kind::TinyInteger:
        return "tinyInteger";
    case Kind::SmallInteger:
        return "smallInteger";
    case Kind::Integer:
        return "integer";
    case Kind::BigInteger:
        return "bigInteger";
    case Kind::Real:
        return "real";
    case Kind::DoublePrecision:
        return "doublePrecision";
    case Kind::Decimal:
        return "decimal";
    case Kind::String:
        return "string";
    case Kind::FixedString:
        return "fixedString";
    case Kind::Text:
        return "text";
    case Kind::CaseInsensitiveText:
        return "caseInsensitiveText";
    case Kind::Boolean:
        return "boolean";
    case Kind::Date:
        return "date";
    case Kind::Time:
        return "time";
    case Kind::Timestamp:
        return "timestamp";
    case Kind::TimestampTz:
        return "timestampTz";
    case Kind::Duration:
        return "duration";
    case Kind::Year:
        return "year";
    case Kind::Json:
        return "json";
    case Kind::Bytes:
        return "bytes";
    case Kind::Binary:
        return "binary";
    case Kind::Varbinary:
        return "varbinary";
    case Kind::Bit:
        return "bit";
    case Kind::VarBit:
        return "varbit";
    case Kind::Uuid:
        return "uuid";
    case Kind::Enumeration:
        return "enumeration";
    case Kind::Set:
        return "set";
    case Kind::Array:
        return "array";
    case Kind::Range:
        return "range";
    case Kind::Inet:
        return "inet";
    case Kind::Cidr:
        return "cidr";
    case Kind::MacAddress:
        return "macAddress";
    case Kind::TextSearchVector:
        return "textSearchVector";
    case Kind::TextSearchQuery:
        return "textSearchQuery";
    case Kind::Vector:
        return "vector";
    case Kind::Point:
        return "point";
    case Kind::Geometry:
        return "geometry";
    case Kind::Xml:
        return "xml";
    case Kind::Custom:
        return "customType";
    }
    return {};
}

std::string argumentsOf(const ColumnType& type) {
    if (type.kind == Kind::Decimal) {
        return fmt::format("{}, {}", type.precision, type.scale);
    }
    if (type.length != 0) {
        return fmt::format("{}", type.length);
    }
    if (type.srid != 0) {
        return fmt::format("{}", type.srid);
    }
    return type.element.empty() ? type.enumName : callOf(type.element.front());
}

}  // namespace

std::string callOf(const ColumnType& type) {
    std::string word{wordFor(type.kind)};
    if (type.isUnsigned) {
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
        word.insert(0, "unsigned");
    }
    return fmt::format("{}({})", word, argumentsOf(type));
}

std::string_view callOf(ColumnType::Form form) {
    switch (form) {
    case ColumnType::Form::Usual:
        return {};
    case ColumnType::Form::Check:
        return ".asCheck()";
    case ColumnType::Form::Text:
        return ".asText()";
    case ColumnType::Form::Binary:
        return ".binary()";
    case ColumnType::Form::Plain:
        return ".plain()";
    case ColumnType::Form::ScaledInteger:
        return ".scaledInteger()";
    case ColumnType::Form::NativeTimestamp:
        return ".nativeTimestamp()";
    case ColumnType::Form::Json:
        return ".orJson()";
    }
    return {};
}

bool isIntegerKind(ColumnType::Kind kind) {
    return kind == Kind::TinyInteger || kind == Kind::SmallInteger || kind == Kind::Integer ||
           kind == Kind::BigInteger;
}

bool isNumberKind(ColumnType::Kind kind) {
    return isIntegerKind(kind) || kind == ColumnType::Kind::Decimal ||
           kind == ColumnType::Kind::Real || kind == ColumnType::Kind::DoublePrecision;
}

}  // namespace godwit::detail
