#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include <godwit/column_builder.hpp>
#include <godwit/constraint_builder.hpp>
#include <godwit/data_value.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/object_words.hpp>
#include <godwit/sql_text.hpp>
#include <godwit/words.hpp>

// What can be said of views, triggers, sequences and partitions under construction.

namespace godwit {

/// A value at which a partition begins or ends, `godwit::lowest` or `godwit::highest`. A view, for
/// the call that it is written in.
class BoundWord {
public:
    enum class Kind : std::uint8_t { Value, Lowest, Highest };

    template <class T>
    requires std::is_constructible_v<DataValue, const T&>
    constexpr BoundWord(const T& value) : value_(value) {}
    constexpr BoundWord(Lowest) : kind_(Kind::Lowest), value_(null) {}
    constexpr BoundWord(Highest) : kind_(Kind::Highest), value_(null) {}

    constexpr Kind kind() const { return kind_; }
    constexpr const DataValue& value() const { return value_; }

private:
    Kind kind_ = Kind::Value;
    DataValue value_;
};

namespace detail {
enum class TriggerTime : std::uint8_t { Before, After, InsteadOf };

enum class SequencePart : std::uint8_t { Start, Increment, Lowest, Highest, Cache, Restart };

enum class PartitionPart : std::uint8_t { From, To, In };
}  // namespace detail

/// What the calls below have in common: a handle, and what may be said of any call.
template <class Self, Within W>
class ObjectRef : public CallModifiers<Self> {
public:
    explicit ObjectRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when there is one of that name already, whatever it looks like.
    Self ifNotExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return static_cast<const Self&>(*this);
    }

protected:
    friend class CallModifiers<Self>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A view.
template <Within W>
class GODWIT_API ViewRef : public ObjectRef<ViewRef<W>, W> {
public:
    using ObjectRef<ViewRef<W>, W>::ObjectRef;

    /// What its columns are called, instead of as in the query.
    ViewRef columns(std::initializer_list<Name> names) const;
    /// Rows that are written through it must be rows that it shows: `godwit::cascaded` looks at the
    /// views below it too, `godwit::local` does not. Not on SQLite.
    ViewRef withCheckOption(CheckOption option = cascaded) const;
    /// Reads with the rights, and the row level security, of whoever asks: PostgreSQL from 15 on,
    /// MySQL, MariaDB. On SQLite there is nobody else.
    ViewRef securityInvoker() const;
};

/// A materialised view: PostgreSQL.
template <Within W>
class GODWIT_API MaterializedViewRef : public ObjectRef<MaterializedViewRef<W>, W> {
public:
    using ObjectRef<MaterializedViewRef<W>, W>::ObjectRef;

    MaterializedViewRef columns(std::initializer_list<Name> names) const;
    /// Empty, and not to be read, until it is refreshed.
    MaterializedViewRef withNoData() const;
};

/// Something that gets another name.
template <Within W>
class GODWIT_API RenameRef : public CallModifiers<RenameRef<W>> {
public:
    explicit RenameRef(detail::Handle handle) : handle_(handle) {}

    /// Nothing is done when there is none.
    RenameRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<RenameRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// The refreshing of a materialised view.
template <Within W>
class GODWIT_API RefreshRef : public CallModifiers<RefreshRef<W>> {
public:
    explicit RefreshRef(detail::Handle handle) : handle_(handle) {}

    /// While others read it. The view needs a unique index over columns, without a condition.
    RefreshRef concurrently() const;
    /// Gives its rows up; it cannot be read until it is refreshed again.
    RefreshRef withNoData() const;
    /// Nothing is done when there is none.
    RefreshRef ifExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<RefreshRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A trigger. Say when, `before(godwit::onUpdate)`, and what, `body(...)` or `executes(...)`.
template <Within W>
class GODWIT_API TriggerRef : public ObjectRef<TriggerRef<W>, W> {
public:
    using ObjectRef<TriggerRef<W>, W>::ObjectRef;

    /// Several events are several triggers on MySQL, MariaDB and SQLite: `<name>_insert` and so on.
    TriggerRef before(TriggerEvents events) const;
    TriggerRef after(TriggerEvents events) const;
    /// Of a view: PostgreSQL and SQLite.
    TriggerRef insteadOf(TriggerEvents events) const;
    /// Of updates only those that set one of these columns. Not on MySQL and MariaDB.
    TriggerRef ofColumns(std::initializer_list<Name> columns) const;
    /// Once for each row, as it is without this call.
    TriggerRef forEachRow() const;
    /// Once for each statement: PostgreSQL.
    TriggerRef forEachStatement() const;
    /// Only for rows that satisfy it: `when("NEW.total > 100")`.
    TriggerRef when(const SqlTexts& sql) const;
    TriggerRef when(std::string_view sql) const;
    /// The statements that run, one or several, between BEGIN and END or without. On PostgreSQL
    /// they are PL/pgSQL, in a function that is made and dropped with the trigger.
    TriggerRef body(const SqlTexts& sql) const;
    TriggerRef body(std::string_view sql) const;
    /// Instead of a body, a trigger function that is there: PostgreSQL. Arguments are texts.
    TriggerRef executes(QualifiedName function,
                        std::initializer_list<std::string_view> arguments = {}) const;
    /// PostgreSQL: what the body calls the rows as they were before, or are after, the statement.
    TriggerRef oldTableAs(Name name) const;
    TriggerRef newTableAs(Name name) const;

private:
    TriggerRef at(detail::TriggerTime time, TriggerEvents events) const;
};

/// Something of which nothing more is to be said.
template <Within W>
class PlainRef : public ObjectRef<PlainRef<W>, W> {
public:
    using ObjectRef<PlainRef<W>, W>::ObjectRef;
};

/// A sequence: PostgreSQL and MariaDB.
template <Within W>
class GODWIT_API SequenceRef : public ObjectRef<SequenceRef<W>, W> {
public:
    using ObjectRef<SequenceRef<W>, W>::ObjectRef;

    SequenceRef startsAt(std::int64_t number) const;
    /// Any number but 0; negative ones count down.
    SequenceRef incrementsBy(std::int64_t number) const;
    SequenceRef minValue(std::int64_t number) const;
    SequenceRef maxValue(std::int64_t number) const;
    /// How many numbers are fetched at once, 1 or more; those of a lost session are lost.
    SequenceRef cache(std::int64_t number) const;
    /// Begins again behind the last number, which otherwise is an error.
    SequenceRef cycles() const;
    /// `godwit::smallInteger()`, `godwit::integer()` or `godwit::bigInteger()`: PostgreSQL.
    SequenceRef type(const ColumnSpec& integer) const;
    /// It goes with the column: PostgreSQL.
    SequenceRef ownedBy(QualifiedName table, Name column) const;

private:
    SequenceRef set(detail::SequencePart part, std::int64_t number) const;
};

/// A change of a sequence: what is not said stays as it is.
class GODWIT_API AlterSequenceRef : public CallModifiers<AlterSequenceRef> {
public:
    explicit AlterSequenceRef(detail::Handle handle) : handle_(handle) {}

    AlterSequenceRef incrementsBy(std::int64_t number) const;
    AlterSequenceRef minValue(std::int64_t number) const;
    AlterSequenceRef maxValue(std::int64_t number) const;
    AlterSequenceRef cache(std::int64_t number) const;
    AlterSequenceRef cycles() const;
    AlterSequenceRef doesNotCycle() const;
    /// The next number that it gives.
    AlterSequenceRef restartsAt(std::int64_t number) const;
    /// Nothing is done when there is none.
    AlterSequenceRef ifExists() const;

private:
    friend class CallModifiers<AlterSequenceRef>;
    const detail::Handle& handle() const { return handle_; }
    AlterSequenceRef set(detail::SequencePart part, std::int64_t number) const;
    AlterSequenceRef cycle(bool yes) const;
    detail::Handle handle_;
};

/// An extension: PostgreSQL.
template <Within W>
class GODWIT_API ExtensionRef : public ObjectRef<ExtensionRef<W>, W> {
public:
    using ObjectRef<ExtensionRef<W>, W>::ObjectRef;

    /// Where what it brings goes.
    ExtensionRef inSchema(Name schema) const;
    /// Instead of the newest that the server has: "1.6".
    ExtensionRef version(std::string_view version) const;
};

/// A partition: which rows of the table it takes. One value for each column that the table is cut
/// by.
template <Within W>
class GODWIT_API PartitionRef : public ObjectRef<PartitionRef<W>, W> {
public:
    using ObjectRef<PartitionRef<W>, W>::ObjectRef;

    /// The first key that it takes. MySQL and MariaDB know no beginning: there a partition begins
    /// where the one below it ends, and the first at `godwit::lowest`.
    PartitionRef from(std::initializer_list<BoundWord> values) const;
    /// The first key that it takes no more.
    PartitionRef to(std::initializer_list<BoundWord> values) const;
    /// Of a table that is cut by a list of values.
    PartitionRef in(std::initializer_list<BoundWord> values) const;
    /// Of a table that is cut by a hash: PostgreSQL. `remainder` is below `modulus`.
    PartitionRef modulus(std::uint32_t modulus, std::uint32_t remainder) const;
    /// All rows that no other takes.
    PartitionRef takesTheRest() const;

private:
    PartitionRef set(detail::PartitionPart part, std::initializer_list<BoundWord> values) const;
};

/// A partition that becomes a table.
class GODWIT_API DetachRef : public CallModifiers<DetachRef> {
public:
    explicit DetachRef(detail::Handle handle) : handle_(handle) {}

    /// PostgreSQL 14: while others write to the table.
    DetachRef concurrently() const;
    /// Nothing is done when there is no such partition.
    DetachRef ifExists() const;

private:
    friend class CallModifiers<DetachRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

}  // namespace godwit
