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
GODWIT_API void wantReference(const Block& block, const Name& column);
GODWIT_API Handle addPrimaryKey(const Block& block, std::initializer_list<Name> columns);
GODWIT_API Handle addUnique(const Block& block, std::initializer_list<Name> columns);
GODWIT_API Handle addForeignKey(const Block& block, std::initializer_list<Name> columns);
GODWIT_API Handle addIndex(const Block& block, std::initializer_list<IndexWord> parts);
GODWIT_API Handle addFullText(const Block& block, std::initializer_list<Name> columns);
GODWIT_API Handle addSpatial(const Block& block, const Name& column);
GODWIT_API Handle addCheck(const Block& block, const Name& name, const SqlTexts& sql);
GODWIT_API Handle addExclusion(const Block& block,
                               const Name& name,
                               std::initializer_list<ExclusionWord> parts);
GODWIT_API Handle setTableComment(const Block& block, std::string_view text);

// Of a column: a key over it alone.
GODWIT_API void addPrimaryKeyOf(const Handle& column);
GODWIT_API void addUniqueOf(const Handle& column);
GODWIT_API Handle addForeignKeyOf(const Handle& column, const Name& table, const Name& parent);
GODWIT_API void placeFirst(const Handle& column);
GODWIT_API void placeAfter(const Handle& column, const Name& other);

}  // namespace detail

template <Within W>
class ReferenceRef;

/// One column of a table under construction. A value: keep it inside the block of its table.
template <Within W>
class ColumnRef : public ColumnModifiers<ColumnRef<W>>, public CallModifiers<ColumnRef<W>> {
public:
    explicit ColumnRef(detail::Handle handle) : handle_(handle) {}

    /// The column alone is the primary key.
    ColumnRef primaryKey() const {
        detail::addPrimaryKeyOf(handle_);
        return *this;
    }
    /// No two rows hold the same value.
    ColumnRef unique() const {
        detail::addUniqueOf(handle_);
        return *this;
    }
    /// A foreign key to `column` of `table`; `onDelete` and `onUpdate` follow at once.
    ReferenceRef<W> references(Name table, Name column = "id") const {
        return {handle_, detail::addForeignKeyOf(handle_, table, column)};
    }
    /// Before the table's other columns: MySQL and MariaDB; a wish that the others do not know.
    ColumnRef first() const requires(W != Within::Create) {
        detail::placeFirst(handle_);
        return *this;
    }
    /// Right behind another column: MySQL and MariaDB; a wish that the others do not know.
    ColumnRef after(Name column) const requires(W != Within::Create) {
        detail::placeAfter(handle_, column);
        return *this;
    }
    /// Nothing is done when there is a column of that name already, whatever its type.
    ColumnRef ifNotExists() const requires(W == Within::Alter) {
        detail::setGuarded(handle_);
        return *this;
    }

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
class ReferenceRef : public ColumnRef<W> {
public:
    ReferenceRef(detail::Handle column, detail::Handle key) : ColumnRef<W>(column), key_(key) {}

    ReferenceRef onDelete(ForeignKeyAction action) const {
        detail::setOnDelete(key_, action);
        return *this;
    }
    ReferenceRef onUpdate(ForeignKeyAction action) const {
        detail::setOnUpdate(key_, action);
        return *this;
    }
    /// PostgreSQL and SQLite: looked at after each statement, or at the end of the transaction.
    ReferenceRef deferrable(Deferral deferral) const {
        detail::deferKey(key_, detail::KeyKind::Foreign, deferral);
        return *this;
    }

private:
    detail::Handle key_;
};

/// What a new table and a change of a table have in common: all that is added.
template <Within W>
class TableParts {
public:
    /// A column of any type; the calls below are shorter.
    ColumnRef<W> column(Name name, const ColumnSpec& spec) const {
        return ColumnRef<W>{detail::addColumn(block_, name, spec)};
    }

    /// A 64-bit key that the database counts up; primary key. `foreignId` has its type.
    ColumnRef<W> id(Name name) const { return bigInteger(name).primaryKey().generated(); }
    /// The same, named "id".
    ColumnRef<W> id(std::uint32_t line = __builtin_LINE(),
                    const char* file = __builtin_FILE()) const {
        return id(godwit::name("id", line, file));
    }
    ColumnRef<W> foreignId(Name name) const {  ///< The type of `id()`.
        detail::wantReference(block_, name);
        return bigInteger(name);
    }
    ColumnRef<W> foreignUuid(Name name) const {  ///< The type of `uuid()`.
        detail::wantReference(block_, name);
        return uuid(name);
    }

    // The types; each is described beside the word of the same name in column_builder.hpp.
    ColumnRef<W> uuid(Name name) const { return column(name, godwit::uuid()); }
    ColumnRef<W> tinyInteger(Name name) const { return column(name, godwit::tinyInteger()); }
    ColumnRef<W> smallInteger(Name name) const { return column(name, godwit::smallInteger()); }
    ColumnRef<W> integer(Name name) const { return column(name, godwit::integer()); }
    ColumnRef<W> bigInteger(Name name) const { return column(name, godwit::bigInteger()); }
    ColumnRef<W> unsignedTinyInteger(Name name) const {
        return column(name, godwit::unsignedTinyInteger());
    }
    ColumnRef<W> unsignedSmallInteger(Name name) const {
        return column(name, godwit::unsignedSmallInteger());
    }
    ColumnRef<W> unsignedInteger(Name name) const {
        return column(name, godwit::unsignedInteger());
    }
    ColumnRef<W> unsignedBigInteger(Name name) const {
        return column(name, godwit::unsignedBigInteger());
    }
    ColumnRef<W> real(Name name) const { return column(name, godwit::real()); }
    ColumnRef<W> doublePrecision(Name name) const {
        return column(name, godwit::doublePrecision());
    }
    ColumnRef<W> decimal(Name name, std::uint32_t precision, std::uint32_t scale) const {
        return column(name, godwit::decimal(precision, scale));
    }
    ColumnRef<W> boolean(Name name) const { return column(name, godwit::boolean()); }
    ColumnRef<W> string(Name name, std::uint32_t length = 255) const {
        return column(name, godwit::string(length));
    }
    ColumnRef<W> fixedString(Name name, std::uint32_t length) const {
        return column(name, godwit::fixedString(length));
    }
    ColumnRef<W> text(Name name, TextSize size = TextSize::Long) const {
        return column(name, godwit::text(size));
    }
    ColumnRef<W> caseInsensitiveText(Name name, std::uint32_t length = 255) const {
        return column(name, godwit::caseInsensitiveText(length));
    }
    ColumnRef<W> bytes(Name name, TextSize size = TextSize::Long) const {
        return column(name, godwit::bytes(size));
    }
    ColumnRef<W> binary(Name name, std::uint32_t length) const {
        return column(name, godwit::binary(length));
    }
    ColumnRef<W> varbinary(Name name, std::uint32_t length) const {
        return column(name, godwit::varbinary(length));
    }
    ColumnRef<W> date(Name name) const { return column(name, godwit::date()); }
    ColumnRef<W> time(Name name, std::uint32_t precision = 6) const {
        return column(name, godwit::time(precision));
    }
    ColumnRef<W> timestamp(Name name, std::uint32_t precision = 6) const {
        return column(name, godwit::timestamp(precision));
    }
    ColumnRef<W> timestampTz(Name name, std::uint32_t precision = 6) const {
        return column(name, godwit::timestampTz(precision));
    }
    ColumnRef<W> duration(Name name) const { return column(name, godwit::duration()); }
    ColumnRef<W> year(Name name) const { return column(name, godwit::year()); }
    ColumnRef<W> json(Name name) const { return column(name, godwit::json()); }
    ColumnRef<W> bit(Name name, std::uint32_t length) const {
        return column(name, godwit::bit(length));
    }
    ColumnRef<W> varbit(Name name, std::uint32_t length) const {
        return column(name, godwit::varbit(length));
    }
    ColumnRef<W> enumeration(Name name,
                             Name type,
                             std::initializer_list<std::string_view> values) const {
        return column(name, godwit::enumeration(type, values));
    }
    ColumnRef<W> set(Name name, Name type, std::initializer_list<std::string_view> values) const {
        return column(name, godwit::set(type, values));
    }
    ColumnRef<W> array(Name name, const ColumnSpec& element) const {
        return column(name, godwit::array(element));
    }
    ColumnRef<W> range(Name name, const ColumnSpec& element) const {
        return column(name, godwit::range(element));
    }
    ColumnRef<W> inet(Name name) const { return column(name, godwit::inet()); }
    ColumnRef<W> cidr(Name name) const { return column(name, godwit::cidr()); }
    ColumnRef<W> macAddress(Name name) const { return column(name, godwit::macAddress()); }
    ColumnRef<W> textSearchVector(Name name) const {
        return column(name, godwit::textSearchVector());
    }
    ColumnRef<W> textSearchQuery(Name name) const {
        return column(name, godwit::textSearchQuery());
    }
    ColumnRef<W> vector(Name name, std::uint32_t dimensions) const {
        return column(name, godwit::vector(dimensions));
    }
    ColumnRef<W> point(Name name, std::uint32_t srid = 0) const {
        return column(name, godwit::point(srid));
    }
    ColumnRef<W> geometry(Name name, std::uint32_t srid = 0) const {
        return column(name, godwit::geometry(srid));
    }
    ColumnRef<W> xml(Name name) const { return column(name, godwit::xml()); }
    ColumnRef<W> customType(Name name, const SqlTexts& types) const {
        return column(name, godwit::customType(types));
    }
    /// `created_at` and `updated_at`: instants, NOT NULL, default now. MySQL and MariaDB also
    /// renew `updated_at` at each update; on PostgreSQL and SQLite the application does.
    void timestamps() const { detail::addTimestamps(block_); }

    KeyRef<W> primaryKey(std::initializer_list<Name> columns) const {
        return {detail::addPrimaryKey(block_, columns), detail::KeyKind::Primary};
    }
    KeyRef<W> unique(std::initializer_list<Name> columns) const {
        return {detail::addUnique(block_, columns), detail::KeyKind::Unique};
    }
    ForeignKeyRef<W> foreignKey(std::initializer_list<Name> columns) const {
        return ForeignKeyRef<W>{detail::addForeignKey(block_, columns)};
    }

    /// `t.index({"user_id", godwit::desc("placed_at")})`, `t.index(godwit::expr("lower(email)"))`.
    IndexRef<W> index(std::initializer_list<IndexWord> parts) const {
        return IndexRef<W>{detail::addIndex(block_, parts)};
    }
    IndexRef<W> index(const Expression& expression) const { return index({IndexWord{expression}}); }
    /// For searching words in texts: FULLTEXT of MySQL and MariaDB.
    IndexRef<W> fullText(std::initializer_list<Name> columns) const {
        return IndexRef<W>{detail::addFullText(block_, columns)};
    }
    /// For geometries: SPATIAL of MySQL and MariaDB, GiST on PostgreSQL.
    IndexRef<W> spatial(Name column) const {
        return IndexRef<W>{detail::addSpatial(block_, column)};
    }

    /// Every row must satisfy `sql`.
    CheckRef<W> check(Name name, const SqlTexts& sql) const {
        return CheckRef<W>{detail::addCheck(block_, name, sql)};
    }
    CheckRef<W> check(Name name, std::string_view sql) const {
        return check(name, everywhere(sql));
    }

    /// No two rows for which every operator holds: EXCLUDE of PostgreSQL.
    /// `t.exclude("no_overlap", {{"room", "="}, {"during", "&&"}})`
    ExclusionRef<W> exclude(Name name, std::initializer_list<ExclusionWord> parts) const {
        return ExclusionRef<W>{detail::addExclusion(block_, name, parts)};
    }

    /// Where the calls are recorded.
    const detail::Block& block() const { return block_; }

protected:
    explicit TableParts(detail::Block block) : block_(block) {}
    ~TableParts() = default;
    TableParts(const TableParts&) = delete;
    TableParts& operator=(const TableParts&) = delete;

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
    /// A storage parameter of PostgreSQL: `parameter("fillfactor", "70")`.
    void parameter(std::string_view name, std::string_view value) const;
};

}  // namespace godwit
