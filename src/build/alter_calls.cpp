#include "build/calls.hpp"

// What is said of a change of a table.

namespace godwit {

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::castUsing(const SqlTexts& sql) const
    requires(W == Within::Alter) {
    detail::setCasts(handle_, sql, {});
    return *this;
}

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::castUsing(std::string_view sql) const
    requires(W == Within::Alter) {
    detail::setCasts(handle_, everywhere(sql), {});
    return *this;
}

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::castUsing(const SqlTexts& up, const SqlTexts& down) const
    requires(W == Within::Change) {
    detail::setCasts(handle_, up, down);
    return *this;
}

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::castUsing(std::string_view up, std::string_view down) const
    requires(W == Within::Change) {
    detail::setCasts(handle_, everywhere(up), everywhere(down));
    return *this;
}

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::keepCopy() const {
    detail::keepCopy(handle_);
    return *this;
}

template <Within W>
ChangeTypeRef<W> ChangeTypeRef<W>::ifExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
SetNotNullRef<W> SetNotNullRef<W>::backfillFrom(Name column) const {
    detail::setBackfillFrom(handle_, column);
    return *this;
}

template <Within W>
SetNotNullRef<W> SetNotNullRef<W>::backfillWith(const SqlTexts& sql) const {
    detail::setBackfill(handle_, sql);
    return *this;
}

template <Within W>
SetNotNullRef<W> SetNotNullRef<W>::ifExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
CommentRef<W> CommentRef<W>::from(std::string_view text) const {
    detail::setFormerComment(handle_, text);
    return *this;
}

template <Within W>
CommentRef<W> CommentRef<W>::ifExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
ChangeRef<W> TableChanges<W>::renameColumn(Name from, Name to) const {
    return ChangeRef<W>{detail::renameColumn(this->block_, from, to)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::renameIndex(Name from, Name to) const {
    return ChangeRef<W>{detail::renameIndex(this->block_, from, to)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::renameConstraint(Name from, Name to) const {
    return ChangeRef<W>{detail::renameConstraint(this->block_, from, to)};
}

template <Within W>
SetNotNullRef<W> TableChanges<W>::setNotNull(Name column) const {
    return SetNotNullRef<W>{detail::setNotNull(this->block_, column)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::dropNotNull(Name column) const {
    return ChangeRef<W>{detail::dropNotNull(this->block_, column)};
}

template <Within W>
CommentRef<W> TableChanges<W>::comment(std::string_view text) const {
    return CommentRef<W>{detail::setTableComment(this->block_, text)};
}

template <Within W>
CommentRef<W> TableChanges<W>::commentOn(Name column, std::string_view text) const {
    return CommentRef<W>{detail::commentOnColumn(this->block_, column, text)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::validateConstraint(Name name) const {
    return ChangeRef<W>{detail::validateConstraint(this->block_, name)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::hideIndex(Name name) const {
    return ChangeRef<W>{detail::setIndexVisibility(this->block_, name, false)};
}

template <Within W>
ChangeRef<W> TableChanges<W>::showIndex(Name name) const {
    return ChangeRef<W>{detail::setIndexVisibility(this->block_, name, true)};
}

DropDataRef<Within::Alter> AlterBuilder::dropColumn(Name column,
                                                    const ColumnSpec& definition) const {
    return DropDataRef<Within::Alter>{detail::dropColumn(block_, column, definition)};
}

ChangeTypeRef<Within::Alter> AlterBuilder::changeType(Name column, const ColumnSpec& to) const {
    return ChangeTypeRef<Within::Alter>{detail::changeType(block_, column, to)};
}

DropRef AlterBuilder::dropUnique(std::initializer_list<Name> columns) const {
    return DropRef{detail::dropUnique(block_, columns, false)};
}

DropRef AlterBuilder::dropForeignKey(Name name) const {
    return DropRef{detail::dropForeignKey(block_, name)};
}

DropRef AlterBuilder::dropForeignKey(std::initializer_list<Name> columns) const {
    return DropRef{detail::dropForeignKey(block_, columns, false)};
}

DropIndexRef AlterBuilder::dropIndex(Name name) const {
    return DropIndexRef{detail::dropIndex(block_, name)};
}

DropIndexRef AlterBuilder::dropIndex(std::initializer_list<IndexWord> parts) const {
    return DropIndexRef{detail::dropIndex(block_, parts, false)};
}

DropDataRef<Within::Change> ReversibleAlterBuilder::dropColumn(Name column,
                                                               const ColumnSpec& definition) const {
    return DropDataRef<Within::Change>{detail::dropColumn(block_, column, definition)};
}

ChangeTypeRef<Within::Change> ReversibleAlterBuilder::changeType(Name column,
                                                                 const ColumnSpec& from,
                                                                 const ColumnSpec& to) const {
    return ChangeTypeRef<Within::Change>{detail::changeType(block_, column, from, to)};
}

KeyRef<Within::Change> ReversibleAlterBuilder::dropPrimaryKey(
    std::initializer_list<Name> columns) const {
    return {detail::dropPrimaryKey(block_, columns), detail::KeyKind::Primary};
}

KeyRef<Within::Change> ReversibleAlterBuilder::dropUnique(
    std::initializer_list<Name> columns) const {
    return {detail::dropUnique(block_, columns, true), detail::KeyKind::Unique};
}

ForeignKeyRef<Within::Change> ReversibleAlterBuilder::dropForeignKey(
    std::initializer_list<Name> columns) const {
    return ForeignKeyRef<Within::Change>{detail::dropForeignKey(block_, columns, true)};
}

IndexRef<Within::Change> ReversibleAlterBuilder::dropIndex(
    std::initializer_list<IndexWord> parts) const {
    return IndexRef<Within::Change>{detail::dropIndex(block_, parts, true)};
}

CheckRef<Within::Change> ReversibleAlterBuilder::dropCheck(Name name, const SqlTexts& sql) const {
    return CheckRef<Within::Change>{detail::dropCheck(block_, name, sql)};
}

CheckRef<Within::Change> ReversibleAlterBuilder::dropCheck(Name name, std::string_view sql) const {
    return dropCheck(name, everywhere(sql));
}

ExclusionRef<Within::Change> ReversibleAlterBuilder::dropExclusion(
    Name name,
    std::initializer_list<ExclusionWord> parts) const {
    return ExclusionRef<Within::Change>{detail::dropExclusion(block_, name, parts)};
}

template class ChangeTypeRef<Within::Alter>;
template class ChangeTypeRef<Within::Change>;
template class SetNotNullRef<Within::Alter>;
template class SetNotNullRef<Within::Change>;
template class CommentRef<Within::Alter>;
template class CommentRef<Within::Change>;
template class TableChanges<Within::Alter>;
template class TableChanges<Within::Change>;

}  // namespace godwit
