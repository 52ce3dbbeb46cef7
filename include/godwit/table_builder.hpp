#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <godwit/column_builder.hpp>
#include <godwit/constraint_builder.hpp>
#include <godwit/export.hpp>
#include <godwit/index_builder.hpp>
#include <godwit/name.hpp>
#include <godwit/sql_text.hpp>
#include <godwit/words.hpp>

namespace godwit {

namespace detail {

/// Where the parts of a table are recorded.
struct Block {
    Recorder* recorder = nullptr;
    std::uint32_t number = 0;
};

GODWIT_API Handle addColumn(const Block& block, const Name& name, const ColumnSpec& spec);
/// The column takes the type of `spec`; NULL and the rest stay as they are.
GODWIT_API void setType(const Handle& column, const ColumnSpec& spec);
GODWIT_API void addTimestamps(const Block& block);

}  // namespace detail

template <Within W>
class ReferenceRef;

/// One column of a table under construction. A value: keep it inside the block of its table.
template <Within W>
class GODWIT_API ColumnRef : public ColumnModifiers<ColumnRef<W>>,
                             public CallModifiers<ColumnRef<W>> {
public:
    explicit ColumnRef(detail::Handle handle) : handle_(handle) {}

    /// The column alone is the primary key.
    ColumnRef primaryKey() const;
    /// No two rows hold the same value.
    ColumnRef unique() const;
    /// A foreign key to `column` of `table`; `onDelete` and `onUpdate` follow at once.
    ReferenceRef<W> references(QualifiedName table, Name column = "id") const;
    /// Before the table's other columns. PostgreSQL refuses it (GW301), SQLite makes the table
    /// anew.
    ColumnRef first() const requires(W != Within::Create);
    /// Right behind another column. PostgreSQL refuses it (GW301), SQLite makes the table anew.
    ColumnRef after(Name column) const requires(W != Within::Create);
    /// Nothing is done when there is a column of that name already, whatever its type.
    ColumnRef ifNotExists() const requires(W == Within::Alter);

protected:
    detail::Handle handle_;

private:
    friend class ColumnModifiers<ColumnRef>;
    friend class CallModifiers<ColumnRef>;
    detail::ColumnPlace place() const { return {.handle = handle_, .alone = nullptr}; }
    const detail::Handle& handle() const { return handle_; }
};

/// A column that references another table.
template <Within W>
class GODWIT_API ReferenceRef : public ColumnRef<W> {
public:
    ReferenceRef(detail::Handle column, detail::Handle key) : ColumnRef<W>(column), key_(key) {}

    ReferenceRef onDelete(ForeignKeyAction action) const;
    ReferenceRef onUpdate(ForeignKeyAction action) const;
    /// PostgreSQL and SQLite: looked at after each statement, or at the end of the transaction.
    ReferenceRef deferrable(Deferral deferral) const;

private:
    detail::Handle key_;
};

/// What a new table and a change of a table have in common: all that is added.
template <Within W>
class GODWIT_API TableParts {
public:
    /// A column of any type; the calls below are shorter.
    ColumnRef<W> column(Name name, const ColumnSpec& spec) const;

    /// A 64-bit key that the database counts up; primary key. `foreignId` has its type.
    ColumnRef<W> id(Name name) const { return bigInteger(name).primaryKey().generated(); }
    /// The same, named "id".
    ColumnRef<W> id(std::uint32_t line = __builtin_LINE(),
                    const char* file = __builtin_FILE()) const;
    ColumnRef<W> foreignId(Name name) const;    ///< The type of `id()`.
    ColumnRef<W> foreignUuid(Name name) const;  ///< The type of `uuid()`.

    // The types; each is described beside the word of the same name in column_builder.hpp.
    ColumnRef<W> uuid(Name name) const { return column(name, godwit::uuid()); }
    ColumnRef<W> tinyInteger(Name name) const { return column(name, godwit::tinyInteger()); }
    ColumnRef<W> smallInteger(Name name) const { return column(name, godwit::smallInteger()); }
    ColumnRef<W> integer(Name name) const { return column(name, godwit::integer()); }
    ColumnRef<W> bigInteger(Name name) const { return column(name, godwit::bigInteger()); }
    ColumnRef<W> unsignedTinyInteger(Name name) const;
    ColumnRef<W> unsignedSmallInteger(Name name) const;
    ColumnRef<W> unsignedInteger(Name name) const;
    ColumnRef<W> unsignedBigInteger(Name name) const;
    ColumnRef<W> real(Name name) const { return column(name, godwit::real()); }
    ColumnRef<W> doublePrecision(Name name) const;
    ColumnRef<W> decimal(Name name, std::uint32_t precision, std::uint32_t scale) const;
    ColumnRef<W> boolean(Name name) const { return column(name, godwit::boolean()); }
    ColumnRef<W> string(Name name, std::uint32_t length = 255) const;
    ColumnRef<W> fixedString(Name name, std::uint32_t length) const;
    ColumnRef<W> text(Name name, TextSize size = TextSize::Long) const;
    ColumnRef<W> caseInsensitiveText(Name name, std::uint32_t length = 255) const;
    ColumnRef<W> bytes(Name name, TextSize size = TextSize::Long) const;
    ColumnRef<W> binary(Name name, std::uint32_t length) const;
    ColumnRef<W> varbinary(Name name, std::uint32_t length) const;
    ColumnRef<W> date(Name name) const { return column(name, godwit::date()); }
    ColumnRef<W> time(Name name, std::uint32_t precision = 6) const;
    ColumnRef<W> timestamp(Name name, std::uint32_t precision = 6) const;
    ColumnRef<W> timestampTz(Name name, std::uint32_t precision = 6) const;
    ColumnRef<W> duration(Name name) const { return column(name, godwit::duration()); }
    ColumnRef<W> year(Name name) const { return column(name, godwit::year()); }
    ColumnRef<W> json(Name name) const { return column(name, godwit::json()); }
    ColumnRef<W> bit(Name name, std::uint32_t length) const;
    ColumnRef<W> varbit(Name name, std::uint32_t length) const;
    ColumnRef<W> enumeration(Name name,
                             QualifiedName type,
                             std::initializer_list<std::string_view> values) const;
    ColumnRef<W> set(Name name,
                     QualifiedName type,
                     std::initializer_list<std::string_view> values) const;
    ColumnRef<W> array(Name name, const ColumnSpec& element) const;
    ColumnRef<W> range(Name name, const ColumnSpec& element) const;
    ColumnRef<W> inet(Name name) const { return column(name, godwit::inet()); }
    ColumnRef<W> cidr(Name name) const { return column(name, godwit::cidr()); }
    ColumnRef<W> macAddress(Name name) const { return column(name, godwit::macAddress()); }
    ColumnRef<W> textSearchVector(Name name) const;
    ColumnRef<W> textSearchQuery(Name name) const;
    ColumnRef<W> vector(Name name, std::uint32_t dimensions) const;
    ColumnRef<W> point(Name name, std::uint32_t srid = 0) const;
    ColumnRef<W> geometry(Name name, std::uint32_t srid = 0) const;
    ColumnRef<W> xml(Name name) const { return column(name, godwit::xml()); }
    ColumnRef<W> customType(Name name, const SqlTexts& types) const;
    /// `created_at` and `updated_at`: instants, NOT NULL, default now. MySQL and MariaDB also
    /// renew `updated_at` at each update; on PostgreSQL and SQLite the application does.
    void timestamps() const { detail::addTimestamps(block_); }

    KeyRef<W> primaryKey(std::initializer_list<Name> columns) const;
    KeyRef<W> unique(std::initializer_list<Name> columns) const;
    ForeignKeyRef<W> foreignKey(std::initializer_list<Name> columns) const;

    /// `t.index({"user_id", godwit::desc("placed_at")})`, `t.index(godwit::expr("lower(email)"))`.
    IndexRef<W> index(std::initializer_list<IndexWord> parts) const;
    IndexRef<W> index(const Expression& expression) const { return index({IndexWord{expression}}); }
    /// For searching words in texts: FULLTEXT of MySQL and MariaDB.
    IndexRef<W> fullText(std::initializer_list<Name> columns) const;
    /// For geometries: SPATIAL of MySQL and MariaDB, GiST on PostgreSQL.
    IndexRef<W> spatial(Name column) const;

    /// Every row must satisfy `sql`.
    CheckRef<W> check(Name name, const SqlTexts& sql) const;
    CheckRef<W> check(Name name, std::string_view sql) const;

    /// No two rows for which every operator holds: EXCLUDE of PostgreSQL.
    /// `t.exclude("no_overlap", {{"room", "="}, {"during", "&&"}})`
    ExclusionRef<W> exclude(Name name, std::initializer_list<ExclusionWord> parts) const;

    /// Where the calls are recorded.
    const detail::Block& block() const { return block_; }

protected:
    explicit TableParts(detail::Block block) : block_(block) {}
    ~TableParts() = default;
    TableParts(const TableParts&) = delete;
    TableParts& operator=(const TableParts&) = delete;

    detail::Block block_;
};

/// How a table is cut into partitions.
class GODWIT_API PartitioningRef {
public:
    explicit PartitioningRef(detail::Block block) : block_(block) {}

    /// The databases that it is for; on the others the table is whole.
    PartitioningRef only(DatabaseSet databases) const;

private:
    detail::Block block_;
};

/// A table being created.
class GODWIT_API TableBuilder : public TableParts<Within::Create> {
public:
    explicit TableBuilder(detail::Block block) : TableParts(block) {}

    /// A note that the database keeps with the table.
    void comment(std::string_view text) const;

    /// MySQL and MariaDB; InnoDB without this call.
    void engine(std::string_view name) const;
    /// MySQL and MariaDB; utf8mb4 without this call.
    void charset(std::string_view name) const;
    /// MySQL and MariaDB; byte by byte without this call.
    void collate(std::string_view name) const;
    /// MySQL and MariaDB: "DYNAMIC", "COMPRESSED".
    void rowFormat(std::string_view name) const;
    /// SQLite: columns take values of any type.
    void notStrict() const;
    /// SQLite: the primary key is the table's own order.
    void withoutRowid() const;
    /// PostgreSQL: not crash-safe, and quicker.
    void unlogged() const;
    /// Gone at the end of the session.
    void temporary() const;
    /// PostgreSQL.
    void tablespace(Name name) const;
    /// Cuts the table into partitions by ranges of values: `schema.createPartition(...)` makes
    /// them. Each key of the table must hold these columns. Not on SQLite.
    PartitioningRef partitionByRange(std::initializer_list<Name> columns) const;
    /// By lists of values of one column.
    PartitioningRef partitionByList(Name column) const;
    /// By a hash of the columns, into as many parts, which are made with the table; 0: none are.
    PartitioningRef partitionByHash(std::initializer_list<Name> columns,
                                    std::uint32_t partitions) const;
    /// A storage parameter of PostgreSQL: `parameter("fillfactor", "70")`.
    void parameter(std::string_view name, std::string_view value) const;
};

}  // namespace godwit
