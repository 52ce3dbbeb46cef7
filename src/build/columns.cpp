#include <fmt/format.h>

#include "build/recorder.hpp"

// The modifiers of columns and keys: each changes the operation that its handle points at.

namespace godwit {

using detail::Handle;

namespace {

Column& columnAt(const Handle& handle) { return handle.recorder->at<op::AddColumn>(handle).column; }

ForeignKey& keyAt(const Handle& handle) {
    return handle.recorder->at<op::AddForeignKey>(handle).foreignKey;
}

void giveDefault(const Handle& handle, DefaultValue value) {
    columnAt(handle).defaultValue = std::move(value);
}

}  // namespace

ColumnRef ColumnRef::nullable() const {
    columnAt(handle_).nullable = true;
    return *this;
}

ColumnRef ColumnRef::defaultTo(std::string_view text) const {
    const SourceLine line = columnAt(handle_).line;
    giveDefault(handle_, TextDefault{detail::plainText(text, "a default", line)});
    return *this;
}

ColumnRef ColumnRef::defaultTo(Expression expression) const {
    const SourceLine line = columnAt(handle_).line;
    giveDefault(handle_, ExpressionDefault{detail::plainText(expression.sql, "a default", line)});
    return *this;
}

ColumnRef ColumnRef::defaultTo(Now) const {
    giveDefault(handle_, NowDefault{});
    return *this;
}

ColumnRef ColumnRef::defaultBoolean(bool value) const {
    giveDefault(handle_, value);
    return *this;
}

ColumnRef ColumnRef::defaultInteger(std::int64_t value) const {
    giveDefault(handle_, NumberDefault{fmt::format("{}", value)});
    return *this;
}

ColumnRef ColumnRef::defaultUnsigned(std::uint64_t value) const {
    giveDefault(handle_, NumberDefault{fmt::format("{}", value)});
    return *this;
}

ColumnRef ColumnRef::defaultNumber(double value) const {
    giveDefault(handle_, NumberDefault{fmt::format("{}", value)});
    return *this;
}

ColumnRef ColumnRef::generated() const {
    columnAt(handle_).generated = true;
    return *this;
}

ColumnRef ColumnRef::primaryKey() const {
    const Column column = columnAt(handle_);
    handle_.recorder->add(
        handle_.block,
        op::AddPrimaryKey{.table = handle_.recorder->table(),
                          .primaryKey = {.name = {}, .columns = {column.name}, .line = column.line},
                          .line = column.line});
    return *this;
}

ColumnRef ColumnRef::unique() const {
    const Column column = columnAt(handle_);
    handle_.recorder->add(
        handle_.block,
        op::AddUniqueKey{.table = handle_.recorder->table(),
                         .uniqueKey = {.name = {}, .columns = {column.name}, .line = column.line},
                         .line = column.line});
    return *this;
}

ColumnRef ColumnRef::comment(std::string_view text) const {
    Column& column = columnAt(handle_);
    column.comment = detail::plainText(text, "a comment", column.line);
    return *this;
}

ReferenceRef ColumnRef::references(Name table, Name column) const {
    const Column referencing = columnAt(handle_);
    const Handle key = handle_.recorder->add(
        handle_.block,
        op::AddForeignKey{.table = handle_.recorder->table(),
                          .foreignKey = {.name = {},
                                         .columns = {referencing.name},
                                         .referencedTable = detail::textsOf({table}).front(),
                                         .referencedColumns = detail::textsOf({column}),
                                         .line = referencing.line},
                          .line = referencing.line});
    return {handle_, key};
}

ReferenceRef ReferenceRef::onDelete(ForeignKeyAction action) const {
    keyAt(key_).onDelete = action;
    return *this;
}

ReferenceRef ReferenceRef::onUpdate(ForeignKeyAction action) const {
    keyAt(key_).onUpdate = action;
    return *this;
}

KeyRef KeyRef::named(Name name) const {
    const std::string text = detail::textsOf({name}).front();
    if (kind_ == Kind::Primary) {
        handle_.recorder->at<op::AddPrimaryKey>(handle_).primaryKey.name = text;
    } else {
        handle_.recorder->at<op::AddUniqueKey>(handle_).uniqueKey.name = text;
    }
    return *this;
}

IndexRef IndexRef::unique() const {
    handle_.recorder->at<op::AddIndex>(handle_).index.unique = true;
    return *this;
}

IndexRef IndexRef::named(Name name) const {
    handle_.recorder->at<op::AddIndex>(handle_).index.name = detail::textsOf({name}).front();
    return *this;
}

ForeignKeyRef ForeignKeyRef::references(Name table, std::initializer_list<Name> columns) const {
    ForeignKey& key = keyAt(handle_);
    key.referencedTable = detail::textsOf({table}).front();
    key.referencedColumns = detail::textsOf(columns);
    return *this;
}

ForeignKeyRef ForeignKeyRef::onDelete(ForeignKeyAction action) const {
    keyAt(handle_).onDelete = action;
    return *this;
}

ForeignKeyRef ForeignKeyRef::onUpdate(ForeignKeyAction action) const {
    keyAt(handle_).onUpdate = action;
    return *this;
}

ForeignKeyRef ForeignKeyRef::named(Name name) const {
    keyAt(handle_).name = detail::textsOf({name}).front();
    return *this;
}

}  // namespace godwit
