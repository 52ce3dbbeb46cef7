#include <utility>

#include "build/check_column.hpp"
#include "build/recorder.hpp"

// Columns on their own, and the words for the types.

namespace godwit {

namespace {

using Kind = ColumnType::Kind;

ColumnSpec specOf(ColumnType type) {
    return ColumnSpec{Column{.name = {}, .type = std::move(type), .line = {}}};
}

ColumnSpec plain(Kind kind) { return specOf({.kind = kind}); }

ColumnSpec unsignedOf(Kind kind) { return specOf({.kind = kind, .isUnsigned = true}); }

ColumnSpec ofLength(Kind kind, std::uint32_t length) {
    return specOf({.kind = kind, .length = length});
}

ColumnSpec ofPrecision(Kind kind, std::uint32_t precision) {
    return specOf({.kind = kind, .precision = precision});
}

ColumnSpec ofValues(Kind kind,
                    const QualifiedName& type,
                    std::initializer_list<std::string_view> values) {
    ColumnType listed{.kind = kind, .enumName = detail::textOf(type)};
    for (const std::string_view value : values) {
        listed.values.push_back(detail::plainText(value, "an enum value", type.line()));
    }
    return specOf(std::move(listed));
}

// An element may be NULL, whether that is said or not.
ColumnSpec ofElement(Kind kind, const ColumnSpec& element) {
    Column alone = element.column();
    alone.nullable = false;
    detail::wantTypeAlone(
        alone,
        kind == Kind::Array ? "the element of array(...)" : "the element of range(...)",
        {});
    return specOf({.kind = kind, .element = {element.column().type}});
}

}  // namespace

ColumnSpec::ColumnSpec(const Column& column) : column_(new Column(column)) {}

ColumnSpec::ColumnSpec(const ColumnSpec& other)
    : ColumnModifiers(other), column_(new Column(*other.column_)) {}

ColumnSpec& ColumnSpec::operator=(const ColumnSpec& other) {
    *column_ = *other.column_;
    return *this;
}

ColumnSpec::~ColumnSpec() { delete column_; }

ColumnSpec uuid() { return plain(Kind::Uuid); }
ColumnSpec tinyInteger() { return plain(Kind::TinyInteger); }
ColumnSpec smallInteger() { return plain(Kind::SmallInteger); }
ColumnSpec integer() { return plain(Kind::Integer); }
ColumnSpec bigInteger() { return plain(Kind::BigInteger); }
ColumnSpec unsignedTinyInteger() { return unsignedOf(Kind::TinyInteger); }
ColumnSpec unsignedSmallInteger() { return unsignedOf(Kind::SmallInteger); }
ColumnSpec unsignedInteger() { return unsignedOf(Kind::Integer); }
ColumnSpec unsignedBigInteger() { return unsignedOf(Kind::BigInteger); }
ColumnSpec real() { return plain(Kind::Real); }
ColumnSpec doublePrecision() { return plain(Kind::DoublePrecision); }
ColumnSpec decimal(std::uint32_t precision, std::uint32_t scale) {
    return specOf({.kind = Kind::Decimal, .precision = precision, .scale = scale});
}
ColumnSpec boolean() { return plain(Kind::Boolean); }
ColumnSpec string(std::uint32_t length) { return ofLength(Kind::String, length); }
ColumnSpec fixedString(std::uint32_t length) { return ofLength(Kind::FixedString, length); }
ColumnSpec text(TextSize size) { return specOf({.kind = Kind::Text, .size = size}); }
ColumnSpec caseInsensitiveText(std::uint32_t length) {
    return ofLength(Kind::CaseInsensitiveText, length);
}
ColumnSpec bytes(TextSize size) { return specOf({.kind = Kind::Bytes, .size = size}); }
ColumnSpec binary(std::uint32_t length) { return ofLength(Kind::Binary, length); }
ColumnSpec varbinary(std::uint32_t length) { return ofLength(Kind::Varbinary, length); }
ColumnSpec date() { return plain(Kind::Date); }
ColumnSpec time(std::uint32_t precision) { return ofPrecision(Kind::Time, precision); }
ColumnSpec timestamp(std::uint32_t precision) { return ofPrecision(Kind::Timestamp, precision); }
ColumnSpec timestampTz(std::uint32_t precision) {
    return ofPrecision(Kind::TimestampTz, precision);
}
ColumnSpec duration() { return plain(Kind::Duration); }
ColumnSpec year() { return plain(Kind::Year); }
ColumnSpec json() { return plain(Kind::Json); }
ColumnSpec bit(std::uint32_t length) { return ofLength(Kind::Bit, length); }
ColumnSpec varbit(std::uint32_t length) { return ofLength(Kind::VarBit, length); }
ColumnSpec enumeration(QualifiedName type, std::initializer_list<std::string_view> values) {
    return ofValues(Kind::Enumeration, type, values);
}
ColumnSpec set(QualifiedName type, std::initializer_list<std::string_view> values) {
    return ofValues(Kind::Set, type, values);
}
ColumnSpec array(const ColumnSpec& element) { return ofElement(Kind::Array, element); }
ColumnSpec range(const ColumnSpec& element) { return ofElement(Kind::Range, element); }
ColumnSpec inet() { return plain(Kind::Inet); }
ColumnSpec cidr() { return plain(Kind::Cidr); }
ColumnSpec macAddress() { return plain(Kind::MacAddress); }
ColumnSpec textSearchVector() { return plain(Kind::TextSearchVector); }
ColumnSpec textSearchQuery() { return plain(Kind::TextSearchQuery); }
ColumnSpec vector(std::uint32_t dimensions) { return ofLength(Kind::Vector, dimensions); }
ColumnSpec point(std::uint32_t srid) { return specOf({.kind = Kind::Point, .srid = srid}); }
ColumnSpec geometry(std::uint32_t srid) { return specOf({.kind = Kind::Geometry, .srid = srid}); }
ColumnSpec xml() { return plain(Kind::Xml); }
ColumnSpec customType(const SqlTexts& types) {
    return specOf({.kind = Kind::Custom, .custom = detail::sqlFragment(types, "a type", {})});
}

}  // namespace godwit
