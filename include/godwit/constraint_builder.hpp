#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/column_builder.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/sql_text.hpp>
#include <godwit/words.hpp>

// Keys, constraints and indexes of a table under construction.

namespace godwit {

/// Where a call stands: in a new table, in a change of a table, or in a change whose inverse is
/// derived. What makes no sense there cannot be called.
enum class Within : std::uint8_t { Create, Alter, Change };

namespace detail {
GODWIT_API void setBecause(const Handle& call, std::string_view reason);
GODWIT_API void setOnly(const Handle& call, DatabaseSet databases);
GODWIT_API void setGuarded(const Handle& call);
GODWIT_API void keepCopy(const Handle& call);

enum class KeyKind : std::uint8_t { Primary, Unique, Foreign, Check, Exclusion };

/// False, but not before somebody asks.
template <class... Never>
inline constexpr bool kNever = sizeof...(Never) > 1000;
}  // namespace detail

/// What may be said of any call.
template <class Self>
class CallModifiers {
public:
    /// Why: it stands as a comment in the SQL, and in the history.
    Self because(std::string_view reason) const {
        detail::setBecause(self().handle(), reason);
        return self();
    }

    /// The databases that the call is for; on the others it is not made at all.
    Self only(DatabaseSet databases) const {
        detail::setOnly(self().handle(), databases);
        return self();
    }

private:
    const Self& self() const { return static_cast<const Self&>(*this); }
};

/// A call that needs no more words than those of any call.
class CallRef : public CallModifiers<CallRef> {
public:
    explicit CallRef(detail::Handle handle) : handle_(handle) {}

private:
    friend class CallModifiers<CallRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// Something that is made.
class CreateRef : public CallModifiers<CreateRef> {
public:
    explicit CreateRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when there is one of that name already, whatever it looks like.
    CreateRef ifNotExists() const {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<CreateRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// Something that is dropped, renamed or changed.
class DropRef : public CallModifiers<DropRef> {
public:
    explicit DropRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when there is none.
    DropRef ifExists() const {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<DropRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A table or a column that is dropped, with what is in it.
template <Within W>
class DropDataRef : public CallModifiers<DropDataRef<W>> {
public:
    explicit DropDataRef(detail::Handle handle) : handle_(handle) {}

    /// What is in it is kept in a table of its own, named "godwit_copy_...", until the way down
    /// brings it back, or `schema.dropCopy` lets go of it. For a column the table's primary key
    /// must be known: it tells the rows apart.
    DropDataRef keepCopy() const {
        detail::keepCopy(handle_);
        return *this;
    }
    /// Nothing is done when there is none.
    DropDataRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<DropDataRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A primary key or a unique constraint.
template <Within W>
class GODWIT_API KeyRef : public CallModifiers<KeyRef<W>> {
public:
    KeyRef(detail::Handle handle, detail::KeyKind kind) : handle_(handle), kind_(kind) {}

    /// Instead of the name made of table and columns. MySQL, MariaDB and SQLite name no primary
    /// key.
    KeyRef named(Name name) const;
    /// PostgreSQL: looked at after each statement, or at the end of the transaction.
    KeyRef deferrable(Deferral deferral) const;
    /// A unique constraint takes two NULLs for equal: PostgreSQL 15.
    KeyRef nullsNotDistinct() const;
    /// Nothing is done when there is one of that name already.
    KeyRef ifNotExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<KeyRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
    detail::KeyKind kind_;
};

/// A foreign key over one or several columns.
template <Within W>
class GODWIT_API ForeignKeyRef : public CallModifiers<ForeignKeyRef<W>> {
public:
    explicit ForeignKeyRef(detail::Handle handle) : handle_(handle) {}

    /// As many columns as the key has, in the same order.
    ForeignKeyRef references(QualifiedName table, std::initializer_list<Name> columns) const;
    ForeignKeyRef onDelete(ForeignKeyAction action) const;
    ForeignKeyRef onUpdate(ForeignKeyAction action) const;
    /// Instead of the name made of table and columns.
    ForeignKeyRef named(Name name) const;
    /// PostgreSQL and SQLite: looked at after each statement, or at the end of the transaction.
    ForeignKeyRef deferrable(Deferral deferral) const;
    /// PostgreSQL: rows that are there are not looked at until `t.validateConstraint(...)`.
    ForeignKeyRef notValid() const requires(W != Within::Create);
    /// Nothing is done when there is one of that name already.
    ForeignKeyRef ifNotExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<ForeignKeyRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A CHECK constraint.
template <Within W>
class GODWIT_API CheckRef : public CallModifiers<CheckRef<W>> {
public:
    explicit CheckRef(detail::Handle handle) : handle_(handle) {}

    /// PostgreSQL: rows that are there are not looked at until `t.validateConstraint(...)`.
    CheckRef notValid() const requires(W != Within::Create);
    /// Nothing is done when there is one of that name already.
    CheckRef ifNotExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<CheckRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A column or an expression, and the operator that must not hold between those of two rows.
struct ExclusionWord {
    std::string_view sql;
    std::string_view operation;
};

/// EXCLUDE of PostgreSQL.
template <Within W>
class GODWIT_API ExclusionRef : public CallModifiers<ExclusionRef<W>> {
public:
    explicit ExclusionRef(detail::Handle handle) : handle_(handle) {}

    /// How its index is built; GiST without this call.
    ExclusionRef method(IndexMethod method) const;
    /// Only among rows that satisfy `sql`.
    ExclusionRef where(std::string_view sql) const;
    ExclusionRef deferrable(Deferral deferral) const;
    /// Nothing is done when there is one of that name already.
    ExclusionRef ifNotExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<ExclusionRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

}  // namespace godwit
