#pragma once

#include <initializer_list>
#include <string_view>

#include <godwit/constraint_builder.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>

// Changes of the values of an enumeration.

namespace godwit {

namespace detail {

/// An enumeration whose values change.
struct EnumInHand {
    Recorder* recorder = nullptr;
    Name type;
};

GODWIT_API Handle addEnumValue(const EnumInHand& type, std::string_view value);
GODWIT_API void placeEnumValue(const Handle& added,
                               std::string_view before,
                               std::string_view after);
GODWIT_API Handle renameEnumValue(const EnumInHand& type,
                                  std::string_view from,
                                  std::string_view to);
GODWIT_API Handle removeEnumValue(const EnumInHand& type,
                                  std::string_view value,
                                  std::string_view instead);
GODWIT_API EnumInHand enumInHand(Recorder& recorder, const Name& type);
GODWIT_API Handle createEnum(Recorder& recorder,
                             const Name& type,
                             std::initializer_list<std::string_view> values);
GODWIT_API Handle dropEnum(Recorder& recorder, const Name& type);
GODWIT_API Handle dropEnum(Recorder& recorder,
                           const Name& type,
                           std::initializer_list<std::string_view> values);
GODWIT_API Handle renameEnum(Recorder& recorder, const Name& from, const Name& to);

}  // namespace detail

template <Within W>
class AddedValueRef;
template <Within W>
class ChangedValueRef;

/// The changes of an enumeration's values, wherever it is used: of the type of its own on
/// PostgreSQL, of each ENUM column on MySQL and MariaDB, of each CHECK on SQLite and of
/// `asCheck()`. Where the values belong to columns, those must be known from the migrations before.
template <Within W>
class EnumChanges {
public:
    explicit EnumChanges(detail::EnumInHand type) : type_(type) {}

    /// A new value, behind the others unless `before` or `after` says otherwise. On PostgreSQL what
    /// stands in the migration up to here is committed with it, and what follows is a transaction
    /// of its own: a value is not used in the transaction that adds it.
    /// @throws UsageError (GW208) when it is there already, is empty or longer than 63 bytes
    AddedValueRef<W> addValue(std::string_view value) const;

    /// The same value under another name; rows and defaults that hold it follow.
    ChangedValueRef<W> renameValue(std::string_view from, std::string_view to) const;

    /// The value goes. Rows and defaults that hold it become `instead`.
    ChangedValueRef<W> removeValue(std::string_view value, std::string_view instead) const;

    /// The value goes. A row that holds it makes the migration fail.
    ChangedValueRef<W> removeValue(std::string_view value) const;

private:
    detail::EnumInHand type_;
};

/// A new value; the next change may follow at once.
template <Within W>
class AddedValueRef : public EnumChanges<W>, public CallModifiers<AddedValueRef<W>> {
public:
    AddedValueRef(detail::EnumInHand type, detail::Handle handle)
        : EnumChanges<W>(type), handle_(handle) {}

    /// Where it comes to stand among the others; of `before` and `after` one is said.
    AddedValueRef before(std::string_view value) const {
        detail::placeEnumValue(handle_, value, {});
        return *this;
    }
    AddedValueRef after(std::string_view value) const {
        detail::placeEnumValue(handle_, {}, value);
        return *this;
    }
    /// Nothing is done when the enumeration has it already, wherever it stands. PostgreSQL is
    /// asked; elsewhere the enumeration is what the migrations before have made it.
    AddedValueRef ifNotExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<AddedValueRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A value that gets another name or goes; the next change may follow at once.
template <Within W>
class ChangedValueRef : public EnumChanges<W>, public CallModifiers<ChangedValueRef<W>> {
public:
    ChangedValueRef(detail::EnumInHand type, detail::Handle handle)
        : EnumChanges<W>(type), handle_(handle) {}

    /// Nothing is done when the enumeration has no such value. PostgreSQL is asked; elsewhere the
    /// enumeration is what the migrations before have made it.
    ChangedValueRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<ChangedValueRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

template <Within W>
AddedValueRef<W> EnumChanges<W>::addValue(std::string_view value) const {
    return {type_, detail::addEnumValue(type_, value)};
}
template <Within W>
ChangedValueRef<W> EnumChanges<W>::renameValue(std::string_view from, std::string_view to) const {
    return {type_, detail::renameEnumValue(type_, from, to)};
}
template <Within W>
ChangedValueRef<W> EnumChanges<W>::removeValue(std::string_view value,
                                               std::string_view instead) const {
    return {type_, detail::removeEnumValue(type_, value, instead)};
}
template <Within W>
ChangedValueRef<W> EnumChanges<W>::removeValue(std::string_view value) const {
    return {type_, detail::removeEnumValue(type_, value, {})};
}

}  // namespace godwit
