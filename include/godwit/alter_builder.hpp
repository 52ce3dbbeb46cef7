#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include <godwit/table_builder.hpp>

// Changes of a table that is there.

namespace godwit {

namespace detail {

/// What DROP says beside the name: nothing, or the definition of what goes.
GODWIT_API Handle dropColumn(const Block& block, const Name& column);
GODWIT_API Handle dropColumn(const Block& block, const Name& column, const ColumnSpec& definition);
GODWIT_API Handle changeDefault(const Block& block, const Name& column, const ColumnSpec& value);
GODWIT_API void setFormerDefault(const Handle& change, const ColumnSpec& value);
GODWIT_API Handle dropPrimaryKey(const Block& block);
GODWIT_API Handle dropPrimaryKey(const Block& block, std::initializer_list<Name> columns);
GODWIT_API Handle dropUnique(const Block& block, const Name& name);
GODWIT_API Handle dropUnique(const Block& block, std::initializer_list<Name> columns, bool whole);
GODWIT_API Handle dropIndex(const Block& block, std::initializer_list<Name> columns, bool whole);
GODWIT_API Handle dropCheck(const Block& block, const Name& name);
GODWIT_API Handle dropCheck(const Block& block, const Name& name, const SqlTexts& definition);
GODWIT_API Handle dropExclusion(const Block& block, const Name& name);
GODWIT_API Handle dropExclusion(const Block& block,
                                const Name& name,
                                std::initializer_list<ExclusionWord> definition);

/// A default as ColumnSpec holds it; of no type yet.
template <class Value>
ColumnSpec defaultOf(const Value& value) {
    return godwit::text().defaultTo(value);
}
inline ColumnSpec defaultOf(std::nullptr_t) { return godwit::text(); }

}  // namespace detail

/// A change that needs no more words.
template <Within W>
class ChangeRef : public CallModifiers<ChangeRef<W>> {
public:
    explicit ChangeRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when what is to be changed is not there.
    ChangeRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<ChangeRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A change of a column's type.
template <Within W>
class GODWIT_API ChangeTypeRef : public CallModifiers<ChangeTypeRef<W>> {
public:
    explicit ChangeTypeRef(detail::Handle handle) : handle_(handle) {}

    /// The new value, as an expression over the row; a plain cast without this call.
    ChangeTypeRef castUsing(const SqlTexts& sql) const requires(W == Within::Alter);
    ChangeTypeRef castUsing(std::string_view sql) const requires(W == Within::Alter);
    /// There and back.
    ChangeTypeRef castUsing(const SqlTexts& up, const SqlTexts& down) const
        requires(W == Within::Change);
    ChangeTypeRef castUsing(std::string_view up, std::string_view down) const
        requires(W == Within::Change);
    /// The values are kept in a table of their own, named "godwit_copy_...", until the way down
    /// brings them back, where they have not been written to since, or `schema.dropCopy` lets go of
    /// them. The table's primary key must be known: it tells the rows apart.
    ChangeTypeRef keepCopy() const;
    /// Nothing is done when there is no such column.
    ChangeTypeRef ifExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<ChangeTypeRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A column that may no longer be NULL.
template <Within W>
class GODWIT_API SetNotNullRef : public CallModifiers<SetNotNullRef<W>> {
public:
    explicit SetNotNullRef(detail::Handle handle) : handle_(handle) {}

    /// NULLs are first replaced by the value of another column of the row.
    SetNotNullRef backfillFrom(Name column) const;
    /// NULLs are first replaced by an expression over the row.
    SetNotNullRef backfillWith(const SqlTexts& sql) const;
    SetNotNullRef backfillWith(std::string_view sql) const { return backfillWith(everywhere(sql)); }

    /// Nothing is done when there is no such column.
    SetNotNullRef ifExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<SetNotNullRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A change of a column's default.
template <Within W>
class SetDefaultRef : public CallModifiers<SetDefaultRef<W>> {
public:
    explicit SetDefaultRef(detail::Handle handle) : handle_(handle) {}

    /// What the default was, so that it can be brought back; `nullptr` for none.
    template <class Value>
    SetDefaultRef from(const Value& value) const {
        detail::setFormerDefault(handle_, detail::defaultOf(value));
        return *this;
    }

    /// Nothing is done when there is no such column.
    SetDefaultRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<SetDefaultRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A change of a comment.
template <Within W>
class GODWIT_API CommentRef : public CallModifiers<CommentRef<W>> {
public:
    explicit CommentRef(detail::Handle handle) : handle_(handle) {}

    /// What the comment was, so that it can be brought back; empty for none.
    CommentRef from(std::string_view text) const;

    /// Nothing is done when there is no such table or column.
    CommentRef ifExists() const requires(W == Within::Alter);

private:
    friend class CallModifiers<CommentRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// The changes that are their own inverse, or whose inverse needs no more words. A change of one
/// attribute never touches the others.
template <Within W>
class GODWIT_API TableChanges : public TableParts<W> {
public:
    ChangeRef<W> renameColumn(Name from, Name to) const;
    ChangeRef<W> renameIndex(Name from, Name to) const;
    /// A primary key, unique constraint, foreign key, check or exclusion.
    ChangeRef<W> renameConstraint(Name from, Name to) const;
    SetNotNullRef<W> setNotNull(Name column) const;
    ChangeRef<W> dropNotNull(Name column) const;
    /// The value of rows to come that do not name the column; those that are there keep theirs.
    template <class Value>
    SetDefaultRef<W> setDefault(Name column, const Value& value) const {
        return SetDefaultRef<W>{
            detail::changeDefault(this->block_, column, detail::defaultOf(value))};
    }
    SetDefaultRef<W> dropDefault(Name column) const { return setDefault(column, nullptr); }

    /// A note that the database keeps with the table; an empty text takes it away.
    CommentRef<W> comment(std::string_view text) const;
    /// A note that the database keeps with a column; an empty text takes it away.
    CommentRef<W> commentOn(Name column, std::string_view text) const;
    /// Looks at the rows that were there before a `notValid()` foreign key or check.
    ChangeRef<W> validateConstraint(Name name) const;
    /// The planner no longer uses the index, or does again: MySQL and MariaDB.
    ChangeRef<W> hideIndex(Name name) const;
    ChangeRef<W> showIndex(Name name) const;

protected:
    using TableParts<W>::TableParts;
};

/// A table being changed. What is added goes by the same names as in a new table.
class GODWIT_API AlterBuilder final : public TableChanges<Within::Alter> {
public:
    explicit AlterBuilder(detail::Block block) : TableChanges(block) {}

    /// Indexes, unique constraints and foreign keys of this table that hold the column go with it.
    DropDataRef<Within::Alter> dropColumn(Name column) const {
        return DropDataRef<Within::Alter>{detail::dropColumn(block_, column)};
    }
    /// The same, with what is dropped.
    DropDataRef<Within::Alter> dropColumn(Name column, const ColumnSpec& definition) const;
    /// Nothing but the type changes; default, NOT NULL and comment stay.
    ChangeTypeRef<Within::Alter> changeType(Name column, const ColumnSpec& to) const;
    DropRef dropPrimaryKey() const { return DropRef{detail::dropPrimaryKey(block_)}; }
    DropRef dropUnique(Name name) const { return DropRef{detail::dropUnique(block_, name)}; }
    DropRef dropUnique(std::initializer_list<Name> columns) const;
    DropRef dropForeignKey(Name name) const;
    DropRef dropForeignKey(std::initializer_list<Name> columns) const;
    DropIndexRef dropIndex(Name name) const;
    DropIndexRef dropIndex(std::initializer_list<IndexWord> parts) const;
    // Computed names alone: `{godwit::name(column)}` is a list of one column, not an index's name.
    template <class = void>
    DropIndexRef dropIndex(std::initializer_list<Name> columns) const {
        return DropIndexRef{detail::dropIndex(block_, columns, false)};
    }
    DropRef dropCheck(Name name) const { return DropRef{detail::dropCheck(block_, name)}; }
    DropRef dropExclusion(Name name) const { return DropRef{detail::dropExclusion(block_, name)}; }
};

/// A table being changed in a migration whose inverse is derived: what goes is said in full, and
/// what cannot be taken back is not there to be called.
class GODWIT_API ReversibleAlterBuilder final : public TableChanges<Within::Change> {
public:
    // What a user may try: each says what to write instead.
    template <class... Never>
    void dropColumn(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropColumn(\"active\", godwit::boolean().defaultTo(true))");
    }
    template <class... Never>
    void dropPrimaryKey() const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropPrimaryKey({\"id\"})");
    }
    template <class... Never>
    void dropUnique(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropUnique({\"email\"}).named(\"users_email\")");
    }
    template <class... Never>
    void dropForeignKey(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropForeignKey({\"user_id\"}).references(\"users\", {\"id\"})");
    }
    template <class... Never>
    void dropIndex(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropIndex({\"placed_at\"}).named(\"orders_recent\")");
    }
    template <class... Never>
    void dropCheck(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropCheck(\"age_sane\", \"age BETWEEN 0 AND 150\")");
    }
    template <class... Never>
    void dropExclusion(Name) const {
        static_assert(detail::kNever<Never...>,
                      "godwit: in change() a drop says what it drops, so that it can come back: "
                      "t.dropExclusion(\"no_overlap\", {{\"room\", \"=\"}, {\"during\", \"&&\"}})");
    }
    template <class... Never>
    void changeType(Name, const ColumnSpec&) const {
        static_assert(
            detail::kNever<Never...>,
            "godwit: in change() a change of type says what it was: t.changeType(\"total\", "
            "godwit::integer(), godwit::bigInteger())");
    }

    explicit ReversibleAlterBuilder(detail::Block block) : TableChanges(block) {}

    DropDataRef<Within::Change> dropColumn(Name column, const ColumnSpec& definition) const;
    ChangeTypeRef<Within::Change> changeType(Name column,
                                             const ColumnSpec& from,
                                             const ColumnSpec& to) const;
    KeyRef<Within::Change> dropPrimaryKey(std::initializer_list<Name> columns) const;
    KeyRef<Within::Change> dropUnique(std::initializer_list<Name> columns) const;
    ForeignKeyRef<Within::Change> dropForeignKey(std::initializer_list<Name> columns) const;
    IndexRef<Within::Change> dropIndex(std::initializer_list<IndexWord> parts) const;
    template <class = void>
    IndexRef<Within::Change> dropIndex(std::initializer_list<Name> columns) const {
        return IndexRef<Within::Change>{detail::dropIndex(block_, columns, true)};
    }
    CheckRef<Within::Change> dropCheck(Name name, const SqlTexts& sql) const;
    CheckRef<Within::Change> dropCheck(Name name, std::string_view sql) const;
    ExclusionRef<Within::Change> dropExclusion(Name name,
                                               std::initializer_list<ExclusionWord> parts) const;
};

}  // namespace godwit
