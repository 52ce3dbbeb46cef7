#include "build/calls.hpp"

// What is said of keys, constraints and indexes.

namespace godwit {

template <Within W>
KeyRef<W> KeyRef<W>::named(Name name) const {
    detail::nameKey(handle_, kind_, name);
    return *this;
}

template <Within W>
KeyRef<W> KeyRef<W>::deferrable(Deferral deferral) const {
    detail::deferKey(handle_, kind_, deferral);
    return *this;
}

template <Within W>
KeyRef<W> KeyRef<W>::nullsNotDistinct() const {
    detail::treatNullsAsEqual(handle_);
    return *this;
}

template <Within W>
KeyRef<W> KeyRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::references(QualifiedName table,
                                              std::initializer_list<Name> columns) const {
    detail::pointAt(handle_, table, columns);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::onDelete(ForeignKeyAction action) const {
    detail::setOnDelete(handle_, action);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::onUpdate(ForeignKeyAction action) const {
    detail::setOnUpdate(handle_, action);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::named(Name name) const {
    detail::nameKey(handle_, detail::KeyKind::Foreign, name);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::deferrable(Deferral deferral) const {
    detail::deferKey(handle_, detail::KeyKind::Foreign, deferral);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::notValid() const requires(W != Within::Create) {
    detail::leaveUnvalidated(handle_, detail::KeyKind::Foreign);
    return *this;
}

template <Within W>
ForeignKeyRef<W> ForeignKeyRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
CheckRef<W> CheckRef<W>::notValid() const requires(W != Within::Create) {
    detail::leaveUnvalidated(handle_, detail::KeyKind::Check);
    return *this;
}

template <Within W>
CheckRef<W> CheckRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
ExclusionRef<W> ExclusionRef<W>::method(IndexMethod method) const {
    detail::setExclusionMethod(handle_, method);
    return *this;
}

template <Within W>
ExclusionRef<W> ExclusionRef<W>::where(std::string_view sql) const {
    detail::setExclusionWhere(handle_, sql);
    return *this;
}

template <Within W>
ExclusionRef<W> ExclusionRef<W>::deferrable(Deferral deferral) const {
    detail::deferKey(handle_, detail::KeyKind::Exclusion, deferral);
    return *this;
}

template <Within W>
ExclusionRef<W> ExclusionRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::unique() const {
    detail::setUnique(handle_);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::named(Name name) const {
    detail::nameIndex(handle_, name);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::where(const SqlTexts& sql) const {
    detail::setIndexWhere(handle_, sql);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::include(std::initializer_list<Name> columns) const {
    detail::setInclude(handle_, columns);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::method(IndexMethod method) const {
    detail::setMethod(handle_, method);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::nullsNotDistinct() const {
    detail::setIndexNullsNotDistinct(handle_);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::invisible() const {
    detail::hideIndex(handle_);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::concurrently() const requires(W != Within::Create) {
    detail::setConcurrently(handle_);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::algorithm(Algorithm algorithm) const requires(W != Within::Create) {
    detail::setAlgorithm(handle_, algorithm);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::lock(LockMode lock) const requires(W != Within::Create) {
    detail::setLock(handle_, lock);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::parameter(std::string_view name, std::string_view value) const {
    detail::addIndexParameter(handle_, name, value);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::tablespace(Name name) const {
    detail::setIndexTablespace(handle_, name);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::comment(std::string_view text) const {
    detail::setIndexComment(handle_, text);
    return *this;
}

template <Within W>
IndexRef<W> IndexRef<W>::ifNotExists() const requires(W == Within::Alter) {
    detail::setGuarded(handle_);
    return *this;
}

template class KeyRef<Within::Create>;
template class KeyRef<Within::Alter>;
template class KeyRef<Within::Change>;
template class ForeignKeyRef<Within::Create>;
template class ForeignKeyRef<Within::Alter>;
template class ForeignKeyRef<Within::Change>;
template class CheckRef<Within::Create>;
template class CheckRef<Within::Alter>;
template class CheckRef<Within::Change>;
template class ExclusionRef<Within::Create>;
template class ExclusionRef<Within::Alter>;
template class ExclusionRef<Within::Change>;
template class IndexRef<Within::Create>;
template class IndexRef<Within::Alter>;
template class IndexRef<Within::Change>;

}  // namespace godwit
