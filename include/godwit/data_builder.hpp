#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include <godwit/constraint_builder.hpp>
#include <godwit/data_value.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/sql_text.hpp>

// Calls about rows instead of the schema.

namespace godwit {

class DataContext;

/// One column of a row and what it holds: `{"name", "admin"}`.
struct RowCell {
    Name column;
    DataValue value;
};

namespace detail {

using RowCells = std::initializer_list<RowCell>;
using RowNames = std::initializer_list<Name>;
using RowValues = std::initializer_list<std::initializer_list<DataValue>>;

GODWIT_API Handle insertRow(Recorder& recorder, const QualifiedName& table, RowCells cells);
GODWIT_API Handle insertRows(Recorder& recorder,
                             const QualifiedName& table,
                             RowNames names,
                             RowValues rows);
GODWIT_API Handle updateRows(Recorder& recorder, const QualifiedName& table, RowCells cells);
GODWIT_API Handle eraseRows(Recorder& recorder, const QualifiedName& table);
GODWIT_API Handle eraseRow(Recorder& recorder, const QualifiedName& table, RowCells cells);
GODWIT_API Handle eraseRows(Recorder& recorder,
                            const QualifiedName& table,
                            RowNames names,
                            RowValues rows);
GODWIT_API void setRowKey(const Handle& rows, RowNames columns);
GODWIT_API void chooseRows(const Handle& change, RowCells by);
GODWIT_API void chooseRows(const Handle& change, const SqlTexts& where);
GODWIT_API void chooseAllRows(const Handle& change);
GODWIT_API void setFormerCells(const Handle& update, RowCells cells);

GODWIT_API Handle backfill(Recorder& recorder, const QualifiedName& table);
GODWIT_API void addAssignment(const Handle& backfill, const Name& column, const DataValue& value);
GODWIT_API void addAssignment(const Handle& backfill, const Name& column, const SqlTexts& sql);
GODWIT_API void chooseBackfilled(const Handle& backfill, const SqlTexts& where);
GODWIT_API void walkBy(const Handle& backfill, RowNames columns);
GODWIT_API void setBatchSize(const Handle& backfill, std::uint32_t rows);
GODWIT_API void setPause(const Handle& backfill, std::uint32_t milliseconds);

/// A callable whose type only these functions know; the recording owns the object.
struct DataCall {
    void* object = nullptr;
    void (*call)(const void*, DataContext&) = nullptr;
    void (*destroy)(void*) = nullptr;
};

template <class Body>
DataCall dataCall(const Body& body) {
    using Kept = std::decay_t<const Body&>;  // Of a function a pointer to it.
    return {new Kept(body),
            [](const void* object, DataContext& db) { (*static_cast<const Kept*>(object))(db); },
            [](void* object) { delete static_cast<Kept*>(object); }};
}
inline DataCall dataCall(Nothing) { return {}; }

/// What a data step is called, and what it does this way and the other.
struct DataStep {
    std::string_view name;
    std::string_view revision;
    DataCall up;
    DataCall down{};
    bool reversible = false;
};
GODWIT_API Handle callData(Recorder& recorder, const DataStep& step, SourceLine line);
GODWIT_API void makeResumable(const Handle& call);

GODWIT_API Handle verify(Recorder& recorder,
                         std::string_view name,
                         const SqlTexts& query,
                         SourceLine line);
GODWIT_API void expect(const Handle& verify, Comparison comparison, const DataValue& value);

GODWIT_API Handle dropCopy(Recorder& recorder, const QualifiedName& table);
GODWIT_API Handle dropCopy(Recorder& recorder, const QualifiedName& table, const Name& column);

}  // namespace detail

/// Rows that are inserted, or that are erased and said in full.
template <Within W>
class RowsRef : public CallModifiers<RowsRef<W>> {
public:
    explicit RowsRef(detail::Handle handle) : handle_(handle) {}

    /// The columns that tell the rows apart, where that is not the primary key, or where the
    /// primary key is not among the columns: `by({"code"})`. They say which rows are erased again.
    RowsRef by(std::initializer_list<Name> columns) const requires(W == Within::Change) {
        detail::setRowKey(handle_, columns);
        return *this;
    }

    /// Rows whose key is taken are left as they are.
    RowsRef ifNotExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

private:
    friend class CallModifiers<RowsRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// Rows that are updated or erased. One of `by`, `where` and `allRows` must say which.
template <Within W>
class ChosenRowsRef : public CallModifiers<ChosenRowsRef<W>> {
public:
    explicit ChosenRowsRef(detail::Handle handle) : handle_(handle) {}

    /// The rows that hold all of these values.
    ChosenRowsRef by(std::initializer_list<RowCell> cells) const {
        detail::chooseRows(handle_, cells);
        return *this;
    }
    /// The rows for which a condition holds, which is given to the database as written.
    ChosenRowsRef where(const SqlTexts& sql) const requires(W == Within::Alter) {
        detail::chooseRows(handle_, sql);
        return *this;
    }
    ChosenRowsRef where(std::string_view sql) const requires(W == Within::Alter) {
        return where(everywhere(sql));
    }
    /// Every row of the table.
    ChosenRowsRef allRows() const requires(W == Within::Alter) {
        detail::chooseAllRows(handle_);
        return *this;
    }
    /// What the columns that are set held before: it is brought back.
    ChosenRowsRef from(std::initializer_list<RowCell> cells) const requires(W == Within::Change) {
        detail::setFormerCells(handle_, cells);
        return *this;
    }

private:
    friend class CallModifiers<ChosenRowsRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// An update in portions, each a transaction of its own, in the order of the primary key. A run
/// that is interrupted goes on behind the last portion that was committed: no row is updated twice.
///
/// Rows that are written meanwhile are updated when their key lies ahead. What their writers leave
/// out behind it is theirs: let the application write the new column first, or look afterwards
/// with `verify`.
class BackfillRef : public CallModifiers<BackfillRef> {
public:
    explicit BackfillRef(detail::Handle handle) : handle_(handle) {}

    /// What a column becomes: a value, or an expression over the row with `godwit::expr`.
    BackfillRef set(Name column, DataValue value) const {
        detail::addAssignment(handle_, column, value);
        return *this;
    }
    /// An expression over the row, for each database.
    BackfillRef set(Name column, const SqlTexts& expression) const {
        detail::addAssignment(handle_, column, expression);
        return *this;
    }
    /// Only the rows for which a condition holds, which is given to the database as written.
    BackfillRef where(const SqlTexts& sql) const {
        detail::chooseBackfilled(handle_, sql);
        return *this;
    }
    BackfillRef where(std::string_view sql) const { return where(everywhere(sql)); }

    /// The columns that the rows are walked by, where that is not the primary key: together they
    /// must be unique, and none of them NULL.
    BackfillRef by(std::initializer_list<Name> columns) const {
        detail::walkBy(handle_, columns);
        return *this;
    }
    /// How many rows a portion has, 1 or more; 5,000 without this call.
    BackfillRef batchesOf(std::uint32_t rows) const {
        detail::setBatchSize(handle_, rows);
        return *this;
    }
    /// How long to wait between two portions, in milliseconds, so that replicas keep up.
    BackfillRef pause(std::uint32_t milliseconds) const {
        detail::setPause(handle_, milliseconds);
        return *this;
    }

private:
    friend class CallModifiers<BackfillRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// C++ that works on rows.
class DataRef : public CallModifiers<DataRef> {
public:
    explicit DataRef(detail::Handle handle) : handle_(handle) {}

    /// The step has transactions of its own and may call `DataContext::checkpoint`: a run that is
    /// interrupted goes on at the last one. What stands before the step is committed first. Without
    /// this call the step is one transaction with what stands beside it.
    DataRef resumable() const {
        detail::makeResumable(handle_);
        return *this;
    }

private:
    friend class CallModifiers<DataRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// A query, and what it must give. When it does not, the migration fails: PostgreSQL and SQLite
/// roll it back; on MySQL and MariaDB the error says which statements stand.
class VerifyRef : public CallModifiers<VerifyRef> {
public:
    explicit VerifyRef(detail::Handle handle) : handle_(handle) {}

    /// One row of one column that holds this value. Numbers are compared as numbers.
    VerifyRef equals(DataValue value) const { return with(Comparison::Equals, value); }
    VerifyRef atLeast(DataValue number) const { return with(Comparison::AtLeast, number); }
    VerifyRef atMost(DataValue number) const { return with(Comparison::AtMost, number); }
    /// No row at all.
    VerifyRef isEmpty() const { return with(Comparison::IsEmpty, null); }
    /// At least one row.
    VerifyRef isNotEmpty() const { return with(Comparison::IsNotEmpty, null); }

private:
    VerifyRef with(Comparison comparison, const DataValue& value) const {
        detail::expect(handle_, comparison, value);
        return *this;
    }
    friend class CallModifiers<VerifyRef>;
    const detail::Handle& handle() const { return handle_; }
    detail::Handle handle_;
};

/// The calls about rows that a migration and a reversible one have in common.
template <Within W>
class DataCalls {
public:
    /// One row: `schema.insert("roles", {{"id", 1}, {"name", "admin"}})`.
    RowsRef<W> insert(QualifiedName table, std::initializer_list<RowCell> cells) {
        return RowsRef<W>{detail::insertRow(*recorder_, table, cells)};
    }
    /// Several: `schema.insert("roles", {"id", "name"}, {{1, "admin"}, {2, "guest"}})`.
    RowsRef<W> insert(QualifiedName table,
                      std::initializer_list<Name> columns,
                      std::initializer_list<std::initializer_list<DataValue>> rows) {
        return RowsRef<W>{detail::insertRows(*recorder_, table, columns, rows)};
    }

    /// Sets columns of the rows that `by`, `where` or `allRows` choose, in one statement.
    /// `backfill` does the same in portions.
    ChosenRowsRef<W> update(QualifiedName table, std::initializer_list<RowCell> cells) {
        return ChosenRowsRef<W>{detail::updateRows(*recorder_, table, cells)};
    }

    /// Looks whether the migration has done what it should: `schema.verify("no order without a
    /// total", "SELECT count(*) FROM orders WHERE total_cents IS NULL").equals(0)`. On the way down
    /// of a reversible migration it is left out.
    VerifyRef verify(std::string_view name,
                     const SqlTexts& query,
                     std::uint32_t line = __builtin_LINE(),
                     const char* file = __builtin_FILE()) {
        return VerifyRef{detail::verify(*recorder_, name, query, SourceLine{file, line})};
    }
    VerifyRef verify(std::string_view name,
                     std::string_view query,
                     std::uint32_t line = __builtin_LINE(),
                     const char* file = __builtin_FILE()) {
        return verify(name, everywhere(query), line, file);
    }

protected:
    explicit DataCalls(detail::Recorder& recorder) : recorder_(&recorder) {}
    ~DataCalls() = default;

    detail::Recorder* recorder_;
};

/// The calls about rows of a migration with an `up` and a `down`.
class DataChanges : public DataCalls<Within::Alter> {
public:
    /// Erases the rows that `by`, `where` or `allRows` choose.
    ChosenRowsRef<Within::Alter> erase(QualifiedName table) {
        return ChosenRowsRef<Within::Alter>{detail::eraseRows(*recorder_, table)};
    }

    BackfillRef backfill(QualifiedName table) {
        return BackfillRef{detail::backfill(*recorder_, table)};
    }

    /// C++ that works on rows: `body` receives a `DataContext&` (data.hpp). It is kept, and called
    /// when the migration runs, not when it is recorded; what it captures is copied, and must not
    /// be a reference. On PostgreSQL it is called a second time, in a transaction that is rolled
    /// back, when a neighbouring statement failed and godwit looks for it.
    ///
    /// `revision` stands for what the body does, which a checksum cannot see: another body wants
    /// another revision, and after the migration was applied, another migration.
    template <class Body>
    DataRef data(std::string_view name,
                 std::string_view revision,
                 const Body& body,
                 std::uint32_t line = __builtin_LINE(),
                 const char* file = __builtin_FILE()) {
        return DataRef{detail::callData(*recorder_,
                                        {name, revision, detail::dataCall(body)},
                                        SourceLine{file, line})};
    }

    /// Lets go of what `keepCopy` has kept of a dropped table, under the name it had then: the
    /// migration that dropped it can still be rolled back, without its rows.
    DropRef dropCopy(QualifiedName table) { return DropRef{detail::dropCopy(*recorder_, table)}; }
    /// The same of a dropped or changed column.
    DropRef dropCopy(QualifiedName table, Name column) {
        return DropRef{detail::dropCopy(*recorder_, table, column)};
    }

protected:
    using DataCalls::DataCalls;
};

/// The calls about rows of a migration whose inverse is derived.
class ReversibleDataChanges : public DataCalls<Within::Change> {
public:
    /// A row that is said in full, so that it can be brought back.
    RowsRef<Within::Change> erase(QualifiedName table, std::initializer_list<RowCell> cells) {
        return RowsRef<Within::Change>{detail::eraseRow(*recorder_, table, cells)};
    }
    RowsRef<Within::Change> erase(QualifiedName table,
                                  std::initializer_list<Name> columns,
                                  std::initializer_list<std::initializer_list<DataValue>> rows) {
        return RowsRef<Within::Change>{detail::eraseRows(*recorder_, table, columns, rows)};
    }

    /// `godwit::nothing` says that nothing takes it back.
    BackfillRef backfill(QualifiedName table, Nothing) {
        return BackfillRef{detail::backfill(*recorder_, table)};
    }

    /// As in `SchemaBuilder`, with what takes it back: another body, or `godwit::nothing`.
    template <class Up, class Down>
    DataRef data(std::string_view name,
                 std::string_view revision,
                 const Up& up,
                 const Down& down,
                 std::uint32_t line = __builtin_LINE(),
                 const char* file = __builtin_FILE()) {
        return DataRef{
            detail::callData(*recorder_,
                             {name, revision, detail::dataCall(up), detail::dataCall(down), true},
                             SourceLine{file, line})};
    }

protected:
    using DataCalls::DataCalls;
};

}  // namespace godwit
