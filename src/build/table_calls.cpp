#include "build/calls.hpp"

// What is said of a table and its columns.

namespace godwit {

template <Within W>
ColumnRef<W> ColumnRef<W>::primaryKey() const {
    detail::addPrimaryKeyOf(handle_);
    return *this;
}

template <Within W>
ColumnRef<W> ColumnRef<W>::unique() const {
    detail::addUniqueOf(handle_);
    return *this;
}

template <Within W>
ReferenceRef<W> ColumnRef<W>::references(QualifiedName table, Name column) const {
    return {handle_, detail::addForeignKeyOf(handle_, table, column)};
}

template <Within W>
ColumnRef<W> ColumnRef<W>::first() const requires(W != Within::Create) {
    detail::placeFirst(handle_);
    return *this;
}

template <Within W>
ColumnRef<W> ColumnRef<W>::after(Name column) const requires(W != Within::Create) {
    detail::placeAfter(handle_, column);
    return *this;
}

template <Within W>
ColumnRef<W> ColumnRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
ReferenceRef<W> ReferenceRef<W>::onDelete(ForeignKeyAction action) const {
    detail::setOnDelete(key_, action);
    return *this;
}

template <Within W>
ReferenceRef<W> ReferenceRef<W>::onUpdate(ForeignKeyAction action) const {
    detail::setOnUpdate(key_, action);
    return *this;
}

template <Within W>
ReferenceRef<W> ReferenceRef<W>::deferrable(Deferral deferral) const {
    detail::deferKey(key_, detail::KeyKind::Foreign, deferral);
    return *this;
}

template <Within W>
ColumnRef<W> TableParts<W>::column(Name name, const ColumnSpec& spec) const {
    return ColumnRef<W>{detail::addColumn(block_, name, spec)};
}

template <Within W>
ColumnRef<W> TableParts<W>::id(std::uint32_t line, const char* file) const {
    return id(godwit::name("id", line, file));
}

template <Within W>
ColumnRef<W> TableParts<W>::foreignId(Name name) const {
    detail::wantReference(block_, name);
    return bigInteger(name);
}

template <Within W>
ColumnRef<W> TableParts<W>::foreignUuid(Name name) const {
    detail::wantReference(block_, name);
    return uuid(name);
}

template <Within W>
ColumnRef<W> TableParts<W>::unsignedTinyInteger(Name name) const {
    return column(name, godwit::unsignedTinyInteger());
}

template <Within W>
ColumnRef<W> TableParts<W>::unsignedSmallInteger(Name name) const {
    return column(name, godwit::unsignedSmallInteger());
}

template <Within W>
ColumnRef<W> TableParts<W>::unsignedInteger(Name name) const {
    return column(name, godwit::unsignedInteger());
}

template <Within W>
ColumnRef<W> TableParts<W>::unsignedBigInteger(Name name) const {
    return column(name, godwit::unsignedBigInteger());
}

template <Within W>
ColumnRef<W> TableParts<W>::doublePrecision(Name name) const {
    return column(name, godwit::doublePrecision());
}

template <Within W>
ColumnRef<W> TableParts<W>::decimal(Name name, std::uint32_t precision, std::uint32_t scale) const {
    return column(name, godwit::decimal(precision, scale));
}

template <Within W>
ColumnRef<W> TableParts<W>::string(Name name, std::uint32_t length) const {
    return column(name, godwit::string(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::fixedString(Name name, std::uint32_t length) const {
    return column(name, godwit::fixedString(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::text(Name name, TextSize size) const {
    return column(name, godwit::text(size));
}

template <Within W>
ColumnRef<W> TableParts<W>::caseInsensitiveText(Name name, std::uint32_t length) const {
    return column(name, godwit::caseInsensitiveText(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::bytes(Name name, TextSize size) const {
    return column(name, godwit::bytes(size));
}

template <Within W>
ColumnRef<W> TableParts<W>::binary(Name name, std::uint32_t length) const {
    return column(name, godwit::binary(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::varbinary(Name name, std::uint32_t length) const {
    return column(name, godwit::varbinary(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::time(Name name, std::uint32_t precision) const {
    return column(name, godwit::time(precision));
}

template <Within W>
ColumnRef<W> TableParts<W>::timestamp(Name name, std::uint32_t precision) const {
    return column(name, godwit::timestamp(precision));
}

template <Within W>
ColumnRef<W> TableParts<W>::timestampTz(Name name, std::uint32_t precision) const {
    return column(name, godwit::timestampTz(precision));
}

template <Within W>
ColumnRef<W> TableParts<W>::bit(Name name, std::uint32_t length) const {
    return column(name, godwit::bit(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::varbit(Name name, std::uint32_t length) const {
    return column(name, godwit::varbit(length));
}

template <Within W>
ColumnRef<W> TableParts<W>::enumeration(Name name,
                                        QualifiedName type,
                                        std::initializer_list<std::string_view> values) const {
    return column(name, godwit::enumeration(type, values));
}

template <Within W>
ColumnRef<W> TableParts<W>::set(Name name,
                                QualifiedName type,
                                std::initializer_list<std::string_view> values) const {
    return column(name, godwit::set(type, values));
}

template <Within W>
ColumnRef<W> TableParts<W>::array(Name name, const ColumnSpec& element) const {
    return column(name, godwit::array(element));
}

template <Within W>
ColumnRef<W> TableParts<W>::range(Name name, const ColumnSpec& element) const {
    return column(name, godwit::range(element));
}

template <Within W>
ColumnRef<W> TableParts<W>::textSearchVector(Name name) const {
    return column(name, godwit::textSearchVector());
}

template <Within W>
ColumnRef<W> TableParts<W>::textSearchQuery(Name name) const {
    return column(name, godwit::textSearchQuery());
}

template <Within W>
ColumnRef<W> TableParts<W>::vector(Name name, std::uint32_t dimensions) const {
    return column(name, godwit::vector(dimensions));
}

template <Within W>
ColumnRef<W> TableParts<W>::point(Name name, std::uint32_t srid) const {
    return column(name, godwit::point(srid));
}

template <Within W>
ColumnRef<W> TableParts<W>::geometry(Name name, std::uint32_t srid) const {
    return column(name, godwit::geometry(srid));
}

template <Within W>
ColumnRef<W> TableParts<W>::customType(Name name, const SqlTexts& types) const {
    return column(name, godwit::customType(types));
}

template <Within W>
KeyRef<W> TableParts<W>::primaryKey(std::initializer_list<Name> columns) const {
    return {detail::addPrimaryKey(block_, columns), detail::KeyKind::Primary};
}

template <Within W>
KeyRef<W> TableParts<W>::unique(std::initializer_list<Name> columns) const {
    return {detail::addUnique(block_, columns), detail::KeyKind::Unique};
}

template <Within W>
ForeignKeyRef<W> TableParts<W>::foreignKey(std::initializer_list<Name> columns) const {
    return ForeignKeyRef<W>{detail::addForeignKey(block_, columns)};
}

template <Within W>
IndexRef<W> TableParts<W>::index(std::initializer_list<IndexWord> parts) const {
    return IndexRef<W>{detail::addIndex(block_, parts)};
}

template <Within W>
IndexRef<W> TableParts<W>::fullText(std::initializer_list<Name> columns) const {
    return IndexRef<W>{detail::addFullText(block_, columns)};
}

template <Within W>
IndexRef<W> TableParts<W>::spatial(Name column) const {
    return IndexRef<W>{detail::addSpatial(block_, column)};
}

template <Within W>
CheckRef<W> TableParts<W>::check(Name name, const SqlTexts& sql) const {
    return CheckRef<W>{detail::addCheck(block_, name, sql)};
}

template <Within W>
CheckRef<W> TableParts<W>::check(Name name, std::string_view sql) const {
    return check(name, everywhere(sql));
}

template <Within W>
ExclusionRef<W> TableParts<W>::exclude(Name name,
                                       std::initializer_list<ExclusionWord> parts) const {
    return ExclusionRef<W>{detail::addExclusion(block_, name, parts)};
}

template class ColumnRef<Within::Create>;
template class ColumnRef<Within::Alter>;
template class ColumnRef<Within::Change>;
template class ReferenceRef<Within::Create>;
template class ReferenceRef<Within::Alter>;
template class ReferenceRef<Within::Change>;
template class TableParts<Within::Create>;
template class TableParts<Within::Alter>;
template class TableParts<Within::Change>;

}  // namespace godwit
