#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <godwit/column_type.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/object_words.hpp>
#include <godwit/value.hpp>
#include <godwit/words.hpp>

// What a schema holds beside tables. Names may be "schema.name" where an object lives in a schema.

namespace godwit {

/// A view, or a materialised one.
struct View {
    std::string name;
    SqlByDatabase query{};
    std::vector<std::string> columns{};  ///< What its columns are called; empty: as in the query.
    CheckOption checkOption = CheckOption::None;
    bool securityInvoker = false;  ///< Reads with the rights of who asks, not of who made it.
    bool materialized = false;     ///< PostgreSQL: keeps its rows until it is refreshed.
    bool withData = true;          ///< Materialised: filled when it is made.
    SourceLine line{};
    friend bool operator==(const View&, const View&) = default;
};

/// Something that happens when rows of a table or view are written.
struct Trigger {
    enum class Timing : std::uint8_t { Before, After, InsteadOf };

    std::string name;
    std::string table;
    Timing timing = Timing::After;
    TriggerEvents events{};
    std::vector<std::string> updateOf{};   ///< Only updates that set one of these; empty: any.
    bool forEachRow = true;                ///< Else once for each statement: PostgreSQL.
    SqlByDatabase when{};                  ///< Only rows that satisfy it. All absent: every row.
    SqlByDatabase body{};                  ///< What happens; all absent with `function`.
    std::string function{};                ///< PostgreSQL: one that is there. Empty: `body`.
    std::vector<std::string> arguments{};  ///< Of `function`.
    std::string oldTable{};  ///< PostgreSQL: the rows before a statement, by this name in the body.
    std::string newTable{};  ///< PostgreSQL: and after it.
    SourceLine line{};
    friend bool operator==(const Trigger&, const Trigger&) = default;
};

/// A stored function or procedure.
struct Routine {
    std::string name;
    bool procedure = false;
    SqlByDatabase parameters{};  ///< With their parentheses: "(o bigint)".
    SqlByDatabase definition{};  ///< All that follows them.
    SourceLine line{};
    friend bool operator==(const Routine&, const Routine&) = default;
};

/// Numbers that the database counts up beside any table. PostgreSQL and MariaDB.
struct Sequence {
    std::string name;
    std::optional<ColumnType::Kind> type{};  ///< SmallInteger, Integer, BigInteger: PostgreSQL.
    std::optional<std::int64_t> start{};
    std::optional<std::int64_t> increment{};
    std::optional<std::int64_t> lowest{};
    std::optional<std::int64_t> highest{};
    std::optional<std::int64_t> cache{};  ///< How many numbers are fetched at once, 1 or more.
    bool cycle = false;                   ///< Begins again behind the last number.
    std::string ownerTable{};             ///< PostgreSQL: goes with this table and column.
    std::string ownerColumn{};
    SourceLine line{};
    friend bool operator==(const Sequence&, const Sequence&) = default;
};

/// A schema as a place for tables; on MySQL and MariaDB a database.
struct Namespace {
    std::string name;
    SourceLine line{};
    friend bool operator==(const Namespace&, const Namespace&) = default;
};

/// An extension of PostgreSQL.
struct Extension {
    std::string name;
    std::string schema{};   ///< Where its objects go; empty: where the server puts them.
    std::string version{};  ///< Empty: the newest that the server has.
    SourceLine line{};
    friend bool operator==(const Extension&, const Extension&) = default;
};

/// Row level security of a table: without a policy that lets them, rows are not there. PostgreSQL.
struct RowSecurity {
    std::string table;
    bool forced = false;  ///< For the owner of the table too.
    SourceLine line{};
    friend bool operator==(const RowSecurity&, const RowSecurity&) = default;
};

/// Which rows some roles may see and write. PostgreSQL.
struct Policy {
    std::string name;
    std::string table;
    Privileges command = allPrivileges;  ///< One of select, insert, update, erase; or all.
    bool restrictive = false;            ///< Must hold as well, instead of being enough.
    std::vector<std::string> roles{};    ///< Empty: everybody.
    std::string usingExpression{};       ///< Rows that are there. Empty: not said.
    std::string checkExpression{};       ///< Rows as they are written. Empty: as `usingExpression`.
    SourceLine line{};
    friend bool operator==(const Policy&, const Policy&) = default;
};

/// A role, for the whole server. Not on SQLite.
struct Role {
    std::string name;
    bool canLogin = false;  ///< PostgreSQL.
    SourceLine line{};
    friend bool operator==(const Role&, const Role&) = default;
};

/// Privileges of some roles on something.
struct Grant {
    enum class On : std::uint8_t {
        Table,
        Sequence,
        Function,
        Procedure,
        Schema,
        TablesOfSchema,
        Role
    };

    Privileges privileges{};  ///< Empty for `On::Role`: membership.
    On on = On::Table;
    std::string name{};                  ///< Table: or view.
    std::string signature{};             ///< Function, Procedure: "(bigint)"; PostgreSQL.
    std::vector<std::string> columns{};  ///< Table: only these.
    std::vector<std::string> roles{};
    bool grantable = false;  ///< They may pass them on.
    SourceLine line{};
    friend bool operator==(const Grant&, const Grant&) = default;
};

/// Something that one role holds privileges on.
struct Held {
    Grant::On on = Grant::On::Table;
    std::string name{};  ///< Of the table, function, schema, role and so on.
    std::string signature{};
    std::string column{};  ///< Empty: the whole of it.
    std::string role{};
    friend auto operator<=>(const Held&, const Held&) = default;
    friend bool operator==(const Held&, const Held&) = default;
};

/// What the role may do there, and what of that it may pass on.
struct HeldPrivileges {
    Privileges privileges{};
    Privileges grantable{};
    friend bool operator==(const HeldPrivileges&, const HeldPrivileges&) = default;
};

/// Where the values of a partition begin or end.
struct Bound {
    enum class Kind : std::uint8_t { Value, Lowest, Highest };

    Kind kind = Kind::Value;
    CellValue value{};
    friend bool operator==(const Bound&, const Bound&) = default;
};

/// How a table is cut into partitions. Not on SQLite.
struct Partitioning {
    enum class Method : std::uint8_t { Range, List, Hash };

    Method method = Method::Range;
    std::vector<std::string> columns{};
    std::uint32_t partitions = 0;      ///< Hash: made with the table, so many.
    DatabaseSet only = everyDatabase;  ///< On the others the table is whole.
    friend bool operator==(const Partitioning&, const Partitioning&) = default;
};

/// A part of a partitioned table: of all rows those whose key is from `from` to before `to`, is in
/// `values`, has `remainder` when hashed, or is in no other partition.
struct Partition {
    std::string name;
    std::string table;
    std::vector<Bound> from{};
    std::vector<Bound> to{};
    std::vector<Bound> values{};
    std::uint32_t modulus = 0;
    std::uint32_t remainder = 0;
    bool isDefault = false;
    SourceLine line{};
    friend bool operator==(const Partition&, const Partition&) = default;
};

/// Everything that is made and dropped as a whole, tables and their parts apart: closed, so that
/// nothing is forgotten anywhere.
using Object = std::variant<View,
                            Trigger,
                            Routine,
                            Sequence,
                            Namespace,
                            Extension,
                            RowSecurity,
                            Policy,
                            Role,
                            Grant,
                            Partition>;

/// What people tell apart.
enum class ObjectKind : std::uint8_t {
    View,
    MaterializedView,
    Trigger,
    Function,
    Procedure,
    Sequence,
    Schema,
    Extension,
    RowSecurity,
    Policy,
    Role,
    Grant,
    Partition
};
inline constexpr std::size_t kObjectKinds = 13;

/// What an object is called. A grant has no name; it is known by all that it says.
struct ObjectName {
    ObjectKind kind = ObjectKind::View;
    std::string name{};
    std::string table{};      ///< Trigger, RowSecurity, Policy, Partition.
    std::string signature{};  ///< Function, Procedure, where the call gives one: "(bigint)".
    friend auto operator<=>(const ObjectName&, const ObjectName&) = default;
    friend bool operator==(const ObjectName&, const ObjectName&) = default;
};

/// An object as the migrations have made it.
struct KnownObject {
    Object object;
    /// A table or column that its SQL names has another name by now, so that a database that
    /// follows renames (PostgreSQL, SQLite) holds another text than this; or raw SQL may have
    /// changed it.
    bool outdated = false;
    friend bool operator==(const KnownObject&, const KnownObject&) = default;
};

/// What the object is called.
GODWIT_API ObjectName identityOf(const Object& object);

/// Where the call that made it stands.
GODWIT_API SourceLine lineOf(const Object& object);

/// "materialized view", for sentences.
GODWIT_API std::string_view wordOf(ObjectKind kind);

/// "the trigger touch of orders", "the grant on orders to app".
GODWIT_API std::string describe(const ObjectName& name);

/// All SQL that the object holds.
GODWIT_API std::vector<const SqlByDatabase*> sqlOf(const Object& object);

}  // namespace godwit
