#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <godwit/column_type.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/schema_objects.hpp>
#include <godwit/words.hpp>

namespace godwit {

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

/// A value that the database computes from the other columns of the row.
struct ComputedValue {
    SqlByDatabase sql;
    bool stored = true;  ///< Else computed at each reading.
    /// Today's names of columns that were renamed since and that `sql` calls by older ones.
    std::vector<std::string> renamedColumns{};
    friend bool operator==(const ComputedValue&, const ComputedValue&) = default;
};

/// How a generated integer is counted.
struct Identity {
    bool always = false;         ///< A value that a row gives itself is refused: PostgreSQL.
    std::int64_t start = 1;      ///< The first number.
    std::int64_t increment = 1;  ///< From one number to the next, not 0: PostgreSQL.
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// One column.
struct Column {
    std::string name;
    ColumnType type;
    bool nullable = false;
    bool generated = false;  ///< The database makes the value: a new uuid or the next integer.
    bool renewedAtUpdate =
        false;  ///< `updated_at`: MySQL and MariaDB set it to now at each update.
    bool renewedIfPossible = false;  ///< With `renewedAtUpdate`: the others leave it as it is.
    bool invisible = false;          ///< Left out of `SELECT *`; MySQL and MariaDB.
    Identity identity{};             ///< With `generated` of an integer.
    std::optional<DefaultValue> defaultValue{};
    std::optional<ComputedValue> computed{};
    SqlByDatabase collation{};  ///< By name; all absent: the table's.
    std::string charset{};      ///< MySQL, MariaDB. Empty: the table's.
    std::string comment{};      ///< Empty: none.
    /// The name of the CHECK that its type needs, since it or its table was renamed. Empty: made
    /// of today's names.
    std::string typeCheck{};
    SourceLine line{};

    friend bool operator==(const Column&, const Column&) = default;
};

/// A primary key.
struct PrimaryKey {
    std::string name;
    std::vector<std::string> columns;
    Deferral deferral = Deferral::NotDeferrable;
    SourceLine line{};
    friend bool operator==(const PrimaryKey&, const PrimaryKey&) = default;
};

/// A unique constraint.
struct UniqueKey {
    std::string name;
    std::vector<std::string> columns;
    bool nullsNotDistinct = false;  ///< Two NULLs count as equal.
    Deferral deferral = Deferral::NotDeferrable;
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
    Deferral deferral = Deferral::NotDeferrable;
    bool validated = true;  ///< False: rows that were there before were not looked at.
    SourceLine line{};
    friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

/// A CHECK constraint over an expression as written.
struct Check {
    std::string name;
    SqlByDatabase sql;
    /// Today's names of columns that were renamed since and that `sql` calls by older ones.
    std::vector<std::string> renamedColumns{};
    bool validated = true;  ///< False: rows that were there before were not looked at.
    SourceLine line{};
    friend bool operator==(const Check&, const Check&) = default;
};

/// One of the things that an exclusion constraint compares.
struct ExclusionPart {
    std::string sql;        ///< A column or an expression, as written.
    std::string operation;  ///< The operator that must not hold for two rows: "&&".
    friend bool operator==(const ExclusionPart&, const ExclusionPart&) = default;
};

/// EXCLUDE of PostgreSQL: no two rows for which every operator holds.
struct Exclusion {
    std::string name;
    IndexMethod method = IndexMethod::Gist;
    std::vector<ExclusionPart> parts;
    std::string where{};  ///< Empty: every row.
    Deferral deferral = Deferral::NotDeferrable;
    SourceLine line{};
    friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

/// One of the things that an index is sorted by: a column, or an expression.
struct IndexPart {
    std::string column{};        ///< Empty for an expression.
    SqlByDatabase expression{};  ///< All absent for a column.
    SortOrder order = SortOrder::Ascending;
    NullsOrder nulls = NullsOrder::ServerDefault;
    std::uint32_t prefix = 0;     ///< MySQL, MariaDB: characters or bytes of the value; 0: all.
    std::string operatorClass{};  ///< PostgreSQL: "text_pattern_ops".
    std::string collation{};      ///< By name.
    friend bool operator==(const IndexPart&, const IndexPart&) = default;
};

/// An index.
struct Index {
    enum class Kind : std::uint8_t { Usual, FullText, Spatial };

    std::string name{};
    std::vector<IndexPart> parts{};
    bool unique = false;
    Kind kind = Kind::Usual;
    IndexMethod method = IndexMethod::ServerDefault;
    SqlByDatabase where{};               ///< Only rows that satisfy it. All absent: every row.
    std::vector<std::string> include{};  ///< PostgreSQL: columns that are kept but not sorted by.
    bool nullsNotDistinct = false;       ///< With `unique`: two NULLs count as equal.
    bool invisible = false;              ///< Kept up to date, and not used by the planner.
    bool concurrently = false;           ///< PostgreSQL: built while the table is written to.
    Algorithm algorithm = Algorithm::ServerDefault;
    LockMode lock = LockMode::ServerDefault;
    std::vector<std::pair<std::string, std::string>> parameters{};  ///< PostgreSQL: WITH (...).
    std::string tablespace{};                                       ///< PostgreSQL.
    std::string comment{};
    /// Today's names of columns that were renamed since and that expressions and `where` call by
    /// older ones.
    std::vector<std::string> renamedColumns{};
    SourceLine line{};
    friend bool operator==(const Index&, const Index&) = default;
};

/// What a table is beside its columns and keys.
struct TableOptions {
    std::string engine{};       ///< MySQL, MariaDB. Empty: InnoDB.
    std::string charset{};      ///< MySQL, MariaDB. Empty: utf8mb4.
    std::string collation{};    ///< MySQL, MariaDB. Empty: compares byte by byte.
    std::string rowFormat{};    ///< MySQL, MariaDB: "DYNAMIC", "COMPRESSED".
    bool strict = true;         ///< SQLite: values must be of their column's type.
    bool withoutRowid = false;  ///< SQLite: the primary key is the table's own order.
    bool unlogged = false;      ///< PostgreSQL: not crash-safe, and quicker.
    bool temporary = false;     ///< Gone at the end of the session.
    std::optional<Partitioning> partitioning{};
    std::string tablespace{};                                       ///< PostgreSQL.
    std::vector<std::pair<std::string, std::string>> parameters{};  ///< PostgreSQL: WITH (...).
    friend bool operator==(const TableOptions&, const TableOptions&) = default;
};

/// A table with all that belongs to it, in the order of definition.
struct Table {
    std::string name;
    std::vector<Column> columns{};
    std::optional<PrimaryKey> primaryKey{};
    std::vector<UniqueKey> uniqueKeys{};
    std::vector<ForeignKey> foreignKeys{};
    std::vector<Check> checks{};
    std::vector<Exclusion> exclusions{};
    std::vector<Index> indexes{};
    TableOptions options{};
    std::string comment{};         ///< Empty: none.
    bool touchedByRawSql = false;  ///< Raw SQL may have changed it.
    SourceLine line{};

    friend bool operator==(const Table&, const Table&) = default;
};

/// What godwit knows of a database's schema at one point of the migrations, without asking it.
struct Schema {
    std::map<std::string, Table, std::less<>> tables;

    /// Names of tables that were dropped or renamed and not made again.
    std::set<std::string, std::less<>> goneTables;

    /// Views, triggers, functions, sequences and so on by what they are called; grants are in
    /// `privileges`.
    std::map<ObjectName, KnownObject> objects;

    /// Objects that were dropped or renamed and not made again.
    std::set<ObjectName> goneObjects;

    /// What the migrations have granted and not revoked.
    std::map<Held, HeldPrivileges> privileges{};

    /// Raw SQL ran that may have made, changed or dropped what is not known.
    bool touchedByRawSql = false;

    /// Enumerations that were made by themselves, with their values. The others come and go with
    /// their columns.
    std::map<std::string, std::vector<std::string>, std::less<>> enums{};

    /// Whose schema it is. Operations for other databases change nothing of it.
    DatabaseSet databases = everyDatabase;

    /// Tables, and columns and indexes by their table, that only some of `databases` have.
    std::set<std::string, std::less<>> tablesOfSome{};
    std::set<std::pair<std::string, std::string>> partsOfSome{};

    friend bool operator==(const Schema&, const Schema&) = default;
};

/// The table of that name, or null when it is not known.
GODWIT_API const Table* findTable(const Schema& schema, std::string_view table);

/// The column of that name, or null.
GODWIT_API const Column* findColumn(const Table& table, std::string_view column);

/// The object of that name, or null when it is not known. A function or procedure whose signature
/// is not given, or not known, is the only one of its name.
GODWIT_API const KnownObject* findObject(const Schema& schema, const ObjectName& name);

/// The columns that an index is sorted by; expressions are left out.
GODWIT_API std::vector<std::string> columnsOf(const Index& index);

/// An index part that is a column from its lowest value to its highest.
GODWIT_API IndexPart partOf(std::string_view column);

/// The same for each of several columns.
GODWIT_API std::vector<IndexPart> partsOf(const std::vector<std::string>& columns);

/// True when no database has a text.
GODWIT_API bool isEmpty(const SqlByDatabase& sql);

/// The same text for every database.
GODWIT_API SqlByDatabase sqlEverywhere(std::string_view sql);

}  // namespace godwit
