#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/words.hpp>

namespace godwit {

/// A column's type in godwit's own words; each dialect maps it to the server's.
struct ColumnType {
    enum class Kind : std::uint8_t {
        TinyInteger,
        SmallInteger,
        Integer,
        BigInteger,
        Decimal,
        String,
        Text,
        Boolean,
        Date,
        Timestamp,
        TimestampTz,
        Json,
        Bytes,
        Uuid,
        Enumeration,
    };

    Kind kind = Kind::Integer;
    std::uint32_t length = 0;     ///< String: characters, 1 to 16383.
    std::uint32_t precision = 0;  ///< Decimal: digits, 1 to 65. Timestamps: digits of a second.
    std::uint32_t scale = 0;      ///< Decimal: digits after the point, at most `precision`.
    std::string enumName;         ///< Enumeration: the type's name on PostgreSQL.
    std::vector<std::string> values{};  ///< Enumeration: in order, at least one, all different.

    friend bool operator==(const ColumnType&, const ColumnType&) = default;
};

/// Default text that stands for itself.
struct TextDefault {
    std::string text;
    friend bool operator==(const TextDefault&, const TextDefault&) = default;
};

/// Default number, in the shortest decimal spelling.
struct NumberDefault {
    std::string digits;
    friend bool operator==(const NumberDefault&, const NumberDefault&) = default;
};

/// Default that the database computes, as written.
struct ExpressionDefault {
    std::string sql;
    friend bool operator==(const ExpressionDefault&, const ExpressionDefault&) = default;
};

/// Default that is the moment of the insert.
struct NowDefault {
    friend bool operator==(const NowDefault&, const NowDefault&) = default;
};

/// What a column holds when a row does not name it.
using DefaultValue = std::variant<bool, NumberDefault, TextDefault, NowDefault, ExpressionDefault>;

/// One column.
struct Column {
    std::string name;
    ColumnType type;
    bool nullable = false;
    bool generated = false;  ///< The database makes the value: a new uuid or the next integer.
    bool renewedAtUpdate =
        false;  ///< `updated_at`: MySQL and MariaDB set it to now at each update.
    std::optional<DefaultValue> defaultValue{};
    std::string comment{};  ///< Empty: none.
    SourceLine line{};

    friend bool operator==(const Column&, const Column&) = default;
};

/// A primary key.
struct PrimaryKey {
    std::string name;
    std::vector<std::string> columns;
    SourceLine line{};
    friend bool operator==(const PrimaryKey&, const PrimaryKey&) = default;
};

/// A unique constraint.
struct UniqueKey {
    std::string name;
    std::vector<std::string> columns;
    SourceLine line{};
    friend bool operator==(const UniqueKey&, const UniqueKey&) = default;
};

/// A foreign key; `columns` and `referencedColumns` pair up in order.
struct ForeignKey {
    std::string name;
    std::vector<std::string> columns;
    std::string referencedTable;
    std::vector<std::string> referencedColumns;
    ForeignKeyAction onDelete = ForeignKeyAction::NoAction;
    ForeignKeyAction onUpdate = ForeignKeyAction::NoAction;
    SourceLine line{};
    friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

/// A CHECK constraint over an expression as written.
struct Check {
    std::string name;
    std::string sql;
    /// Today's names of columns that were renamed since and that `sql` calls by older ones.
    std::vector<std::string> renamedColumns{};
    SourceLine line{};
    friend bool operator==(const Check&, const Check&) = default;
};

/// An index.
struct Index {
    std::string name;
    std::vector<std::string> columns;
    bool unique = false;
    SourceLine line{};
    friend bool operator==(const Index&, const Index&) = default;
};

/// A table with all that belongs to it, in the order of definition.
struct Table {
    std::string name;
    std::vector<Column> columns{};
    std::optional<PrimaryKey> primaryKey{};
    std::vector<UniqueKey> uniqueKeys{};
    std::vector<ForeignKey> foreignKeys{};
    std::vector<Check> checks{};
    std::vector<Index> indexes{};
    std::string comment{};  ///< Empty: none.
    SourceLine line{};

    friend bool operator==(const Table&, const Table&) = default;
};

/// What godwit knows of a database's schema at one point of the migrations, without asking it.
struct Schema {
    std::map<std::string, Table, std::less<>> tables;

    /// Names of tables that were dropped or renamed and not made again.
    std::set<std::string, std::less<>> goneTables;

    /// Raw SQL ran: any table may have appeared, changed or gone.
    bool touchedByRawSql = false;

    friend bool operator==(const Schema&, const Schema&) = default;
};

/// The table of that name, or null when it is not known.
GODWIT_API const Table* findTable(const Schema& schema, std::string_view table);

/// The column of that name, or null.
GODWIT_API const Column* findColumn(const Table& table, std::string_view column);

}  // namespace godwit
