#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/words.hpp>

namespace godwit {

namespace detail {
class Recorder;

/// Points at one recorded call. Refused when used after the block of its table has ended.
struct Handle {
    Recorder* recorder = nullptr;
    std::uint32_t block = 0;
    std::uint32_t index = 0;
};
}  // namespace detail

class ReferenceRef;

/// Says that one database needs no statement here.
struct Nothing {};
inline constexpr Nothing nothing{};

/// Says that MariaDB takes the statement written for MySQL.
struct SameAsMysql {};

namespace sameAs {
inline constexpr SameAsMysql mysql{};
}

/// Raw SQL for one database: a text of one statement, or `godwit::nothing`.
class SqlText {
public:
    constexpr SqlText() = default;
    constexpr SqlText(const char* text) : text_(text), kind_(Kind::Text) {}
    constexpr SqlText(std::string_view text) : text_(text), kind_(Kind::Text) {}
    constexpr SqlText(Nothing) : kind_(Kind::Nothing) {}
    constexpr SqlText(SameAsMysql) : kind_(Kind::SameAsMysql) {}

    enum class Kind : std::uint8_t { Missing, Text, Nothing, SameAsMysql };
    constexpr Kind kind() const { return kind_; }
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
    Kind kind_ = Kind::Missing;
};

/// Raw SQL for each database. A database left out is an error once a plan is made for it.
struct SqlTexts {
    SqlText postgresql{};
    SqlText mysql{};
    SqlText mariadb{};
    SqlText sqlite{};
};

/// One column of a table under construction. A value: keep it inside the block of its table.
class GODWIT_API ColumnRef {
public:
    /// The column may be NULL. Without this call it is NOT NULL.
    ColumnRef nullable() const;

    /// The value of rows that do not name the column. Text stands for itself and is quoted.
    /// @throws UsageError (GW207) when the value does not fit the column's type.
    ColumnRef defaultTo(std::string_view text) const;
    ColumnRef defaultTo(const char* text) const { return defaultTo(std::string_view{text}); }
    ColumnRef defaultTo(Expression expression) const;
    ColumnRef defaultTo(Now) const;
    ColumnRef defaultTo(std::nullptr_t) const = delete;
    template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
    ColumnRef defaultTo(T value) const {
        if constexpr (std::is_same_v<T, bool>) {
            return defaultBoolean(value);
        } else if constexpr (std::is_floating_point_v<T>) {
            return defaultNumber(static_cast<double>(value));
        } else if constexpr (std::is_unsigned_v<T>) {
            return defaultUnsigned(value);
        } else {
            return defaultInteger(value);
        }
    }

    /// The database makes the value: a new uuid (random on PostgreSQL and SQLite, made of time and
    /// place on MySQL and MariaDB), or the next number of an integer key.
    /// @throws UsageError (GW208) for other types.
    ColumnRef generated() const;

    /// The column alone is the primary key.
    ColumnRef primaryKey() const;

    /// No two rows hold the same value.
    ColumnRef unique() const;

    /// A note that the database keeps with the column.
    ColumnRef comment(std::string_view text) const;

    /// A foreign key to `column` of `table`; `onDelete` and `onUpdate` follow at once.
    ReferenceRef references(Name table, Name column = "id") const;

protected:
    friend class TableParts;
    explicit ColumnRef(detail::Handle handle) : handle_(handle) {}
    detail::Handle handle_;

private:
    ColumnRef defaultBoolean(bool value) const;
    ColumnRef defaultInteger(std::int64_t value) const;
    ColumnRef defaultUnsigned(std::uint64_t value) const;
    ColumnRef defaultNumber(double value) const;
};

/// A column that references another table.
class GODWIT_API ReferenceRef : public ColumnRef {
public:
    ReferenceRef onDelete(ForeignKeyAction action) const;
    ReferenceRef onUpdate(ForeignKeyAction action) const;

private:
    friend class ColumnRef;
    ReferenceRef(detail::Handle column, detail::Handle key) : ColumnRef(column), key_(key) {}
    detail::Handle key_;
};

/// A primary key or a unique constraint.
class GODWIT_API KeyRef {
public:
    /// Instead of the name made of table and columns. MySQL, MariaDB and SQLite name no primary
    /// key.
    KeyRef named(Name name) const;

private:
    friend class TableParts;
    enum class Kind : std::uint8_t { Primary, Unique };
    KeyRef(detail::Handle handle, Kind kind) : handle_(handle), kind_(kind) {}
    detail::Handle handle_;
    Kind kind_;
};

/// An index.
class GODWIT_API IndexRef {
public:
    IndexRef unique() const;
    /// Instead of the name made of table and columns.
    IndexRef named(Name name) const;

private:
    friend class TableParts;
    explicit IndexRef(detail::Handle handle) : handle_(handle) {}
    detail::Handle handle_;
};

/// A foreign key over several columns.
class GODWIT_API ForeignKeyRef {
public:
    /// As many columns as the key has, in the same order.
    ForeignKeyRef references(Name table, std::initializer_list<Name> columns) const;
    ForeignKeyRef onDelete(ForeignKeyAction action) const;
    ForeignKeyRef onUpdate(ForeignKeyAction action) const;
    /// Instead of the name made of table and columns.
    ForeignKeyRef named(Name name) const;

private:
    friend class TableParts;
    explicit ForeignKeyRef(detail::Handle handle) : handle_(handle) {}
    detail::Handle handle_;
};

/// What a new table and a change of a table have in common: all that is added.
class GODWIT_API TableParts {
public:
    /// A 64-bit key that the database counts up; primary key. `foreignId` has its type.
    ColumnRef id(Name column) const;
    /// The same, named "id".
    ColumnRef id(std::uint32_t line = __builtin_LINE(), const char* file = __builtin_FILE()) const;
    ColumnRef uuid(Name column) const;
    ColumnRef tinyInteger(Name column) const;   ///< 8 bits, signed (16 on PostgreSQL).
    ColumnRef smallInteger(Name column) const;  ///< 16 bits, signed.
    ColumnRef integer(Name column) const;       ///< 32 bits, signed.
    ColumnRef bigInteger(Name column) const;    ///< 64 bits, signed.

    /// Exact number of `precision` digits (1 to 65), `scale` of them (0 to 30, at most
    /// `precision`) after the point. SQLite stores it as an integer scaled by 10^scale when
    /// `precision` is at most 18, else as text.
    ColumnRef decimal(Name column, std::uint32_t precision, std::uint32_t scale) const;

    /// Text of at most `length` characters (1 to 16383).
    ColumnRef string(Name column, std::uint32_t length = 255) const;
    ColumnRef text(Name column) const;
    ColumnRef boolean(Name column) const;
    ColumnRef date(Name column) const;

    /// Wall clock time with `precision` (0 to 6) digits of a second and no time zone.
    ColumnRef timestamp(Name column, std::uint32_t precision = 6) const;

    /// An instant in UTC with `precision` (0 to 6) digits of a second.
    ColumnRef timestampTz(Name column, std::uint32_t precision = 6) const;

    /// `created_at` and `updated_at`: instants, NOT NULL, default now. MySQL and MariaDB also
    /// renew `updated_at` at each update; on PostgreSQL and SQLite the application does.
    void timestamps() const;
    ColumnRef json(Name column) const;   ///< `jsonb` on PostgreSQL; validated text on SQLite.
    ColumnRef bytes(Name column) const;  ///< Any number of bytes.

    /// One of `values`. `type` names the PostgreSQL type, which is made with its first column
    /// and dropped with its last; elsewhere it is an ENUM (MySQL, MariaDB) or a CHECK (SQLite).
    ColumnRef enumeration(Name column,
                          Name type,
                          std::initializer_list<std::string_view> values) const;
    ColumnRef foreignId(Name column) const;    ///< The type of `id()`.
    ColumnRef foreignUuid(Name column) const;  ///< The type of `uuid()`.

    KeyRef primaryKey(std::initializer_list<Name> columns) const;
    KeyRef unique(std::initializer_list<Name> columns) const;
    ForeignKeyRef foreignKey(std::initializer_list<Name> columns) const;
    IndexRef index(std::initializer_list<Name> columns) const;

    /// Every row must satisfy `sql`, which is given to every database as written.
    void check(Name name, std::string_view sql) const;

    /// A note that the database keeps with the table.
    void comment(std::string_view text) const;

protected:
    TableParts(detail::Recorder* recorder, std::uint32_t block)
        : recorder_(recorder), block_(block) {}
    ~TableParts() = default;
    TableParts(const TableParts&) = delete;
    TableParts& operator=(const TableParts&) = delete;

    detail::Recorder* recorder_;
    std::uint32_t block_;
};

/// A table being created.
class GODWIT_API TableBuilder final : public TableParts {
private:
    friend class SchemaBuilder;
    using TableParts::TableParts;
};

/// A table being changed. What is added goes by the same names as in a new table.
class GODWIT_API AlterBuilder final : public TableParts {
public:
    /// Indexes, unique constraints and foreign keys of this table that hold the column go with it.
    void dropColumn(Name column) const;
    void renameColumn(Name from, Name to) const;
    void dropPrimaryKey() const;
    void dropUnique(Name name) const;
    void dropUnique(std::initializer_list<Name> columns) const;
    void dropForeignKey(Name name) const;
    void dropForeignKey(std::initializer_list<Name> columns) const;
    void dropIndex(Name name) const;
    void dropIndex(std::initializer_list<Name> columns) const;
    void dropCheck(Name name) const;

    /// An empty text takes the column's comment away.
    void commentOn(Name column, std::string_view text) const;

private:
    friend class SchemaBuilder;
    using TableParts::TableParts;
};

/// Records what a migration does; it never talks to a database.
class GODWIT_API SchemaBuilder {
public:
    explicit SchemaBuilder(detail::Recorder& recorder) : recorder_(&recorder) {}

    /// `body` receives a `TableBuilder&`; the table is complete where it ends.
    template <class Body>
    void createTable(Name table, Body&& body) {
        TableBuilder builder{recorder_, begin(table, true)};
        body(builder);
        end();
    }

    /// `body` receives an `AlterBuilder&`; the changes happen in the order of its calls.
    template <class Body>
    void alterTable(Name table, Body&& body) {
        AlterBuilder builder{recorder_, begin(table, false)};
        body(builder);
        end();
    }

    void dropTable(Name table);
    void renameTable(Name from, Name to);

    /// One statement of raw SQL per database:
    /// `schema.sql({.postgresql = "…", .mysql = "…", .mariadb = godwit::sameAs::mysql,
    ///              .sqlite = godwit::nothing});`
    void sql(const SqlTexts& texts,
             std::uint32_t line = __builtin_LINE(),
             const char* file = __builtin_FILE());

private:
    std::uint32_t begin(Name table, bool creating);
    void end();

    detail::Recorder* recorder_;
};

}  // namespace godwit
