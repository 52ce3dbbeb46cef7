#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <godwit/data_operation.hpp>
#include <godwit/database.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/schema.hpp>

namespace godwit {

/// What happens to a value of an enumeration.
enum class EnumChange : std::uint8_t { AddValue, RenameValue, RemoveValue };

/// The operations a migration is recorded as. Plain data that compares by value; every consumer
/// answers its question with one overload each, so that the compiler lists what is missing.
namespace op {

struct CreateTable {
    Table table;
    SourceLine line{};
    bool restores = false;  ///< It takes back the drop that has kept a copy: the rows come back.
    friend bool operator==(const CreateTable&, const CreateTable&) = default;
};

/// Drops carry what goes where the migration says it, so that they can be reversed.
struct DropTable {
    std::string table;
    SourceLine line{};
    std::optional<Table> definition{};
    bool keepsCopy = false;  ///< The rows are kept, so that the way back can restore them.
    friend bool operator==(const DropTable&, const DropTable&) = default;
};

struct RenameTable {
    std::string table;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameTable&, const RenameTable&) = default;
};

struct SetTableComment {
    std::string table;
    std::string comment;  ///< Empty takes it away.
    SourceLine line{};
    std::optional<std::string> former{};  ///< What it was, where the migration says it.
    friend bool operator==(const SetTableComment&, const SetTableComment&) = default;
};

struct AddColumn {
    std::string table;
    Column column;
    SourceLine line{};
    bool first = false;     ///< Before the others; not on PostgreSQL.
    std::string after{};    ///< Behind this column; not on PostgreSQL. Empty: behind the others.
    bool restores = false;  ///< It takes back the drop that has kept a copy: its values come back.
    friend bool operator==(const AddColumn&, const AddColumn&) = default;
};

struct DropColumn {
    std::string table;
    std::string column;
    SourceLine line{};
    std::optional<Column> definition{};
    bool keepsCopy = false;  ///< The values are kept, so that the way back can restore them.
    friend bool operator==(const DropColumn&, const DropColumn&) = default;
};

struct RenameColumn {
    std::string table;
    std::string column;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameColumn&, const RenameColumn&) = default;
};

struct SetColumnComment {
    std::string table;
    std::string column;
    std::string comment;  ///< Empty takes it away.
    SourceLine line{};
    std::optional<std::string> former{};  ///< What it was, where the migration says it.
    friend bool operator==(const SetColumnComment&, const SetColumnComment&) = default;
};

struct ChangeType {
    std::string table;
    std::string column;
    ColumnType type;
    SqlByDatabase collation{};           ///< Of the new type; all absent: the table's.
    std::string charset{};               ///< MySQL, MariaDB. Empty: the table's.
    SqlByDatabase castUsing{};           ///< The new value from the old; all absent: a plain cast.
    std::optional<ColumnType> former{};  ///< What it was, where the migration says it.
    SqlByDatabase formerCollation{};     ///< With `former`.
    std::string formerCharset{};         ///< With `former`.
    SqlByDatabase castBack{};            ///< The way back of `castUsing`.
    bool keepsCopy = false;  ///< The values are kept, so that the way back can restore them.
    bool restores = false;   ///< It takes back the change that has kept a copy.
    SourceLine line{};
    friend bool operator==(const ChangeType&, const ChangeType&) = default;
};

/// NULLs that are there are filled first, when `backfill` says with what.
struct SetNotNull {
    std::string table;
    std::string column;
    SqlByDatabase backfill{};    ///< An expression over the row; all absent: there are no NULLs.
    std::string backfillFrom{};  ///< Or another column of the row.
    SourceLine line{};
    friend bool operator==(const SetNotNull&, const SetNotNull&) = default;
};

struct DropNotNull {
    std::string table;
    std::string column;
    SourceLine line{};
    friend bool operator==(const DropNotNull&, const DropNotNull&) = default;
};

struct SetDefault {
    std::string table;
    std::string column;
    std::optional<DefaultValue> value;  ///< Absent takes it away.
    SourceLine line{};
    /// What it was, where the migration says it; inside, absent for none.
    std::optional<std::optional<DefaultValue>> former{};
    friend bool operator==(const SetDefault&, const SetDefault&) = default;
};

struct AddPrimaryKey {
    std::string table;
    PrimaryKey primaryKey;
    SourceLine line{};
    friend bool operator==(const AddPrimaryKey&, const AddPrimaryKey&) = default;
};

struct DropPrimaryKey {
    std::string table;
    SourceLine line{};
    std::optional<PrimaryKey> definition{};
    friend bool operator==(const DropPrimaryKey&, const DropPrimaryKey&) = default;
};

struct AddUniqueKey {
    std::string table;
    UniqueKey uniqueKey;
    SourceLine line{};
    friend bool operator==(const AddUniqueKey&, const AddUniqueKey&) = default;
};

/// By `name`, or by `columns` when the name is empty; the same in the two drops below.
struct DropUniqueKey {
    std::string table;
    std::string name;
    std::vector<std::string> columns{};
    SourceLine line{};
    std::optional<UniqueKey> definition{};
    friend bool operator==(const DropUniqueKey&, const DropUniqueKey&) = default;
};

struct AddForeignKey {
    std::string table;
    ForeignKey foreignKey;
    SourceLine line{};
    friend bool operator==(const AddForeignKey&, const AddForeignKey&) = default;
};

struct DropForeignKey {
    std::string table;
    std::string name;
    std::vector<std::string> columns{};
    SourceLine line{};
    std::optional<ForeignKey> definition{};
    friend bool operator==(const DropForeignKey&, const DropForeignKey&) = default;
};

struct AddCheck {
    std::string table;
    Check check;
    SourceLine line{};
    friend bool operator==(const AddCheck&, const AddCheck&) = default;
};

struct DropCheck {
    std::string table;
    std::string name;
    SourceLine line{};
    std::optional<Check> definition{};
    friend bool operator==(const DropCheck&, const DropCheck&) = default;
};

struct AddIndex {
    std::string table;
    Index index;
    SourceLine line{};
    friend bool operator==(const AddIndex&, const AddIndex&) = default;
};

struct DropIndex {
    std::string table;
    std::string name;
    std::vector<std::string> columns{};
    SourceLine line{};
    std::optional<Index> definition{};
    bool concurrently = false;  ///< PostgreSQL: while the table is written to.
    friend bool operator==(const DropIndex&, const DropIndex&) = default;
};

struct RenameIndex {
    std::string table;
    std::string index;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameIndex&, const RenameIndex&) = default;
};

/// MySQL, MariaDB: whether the planner uses the index.
struct SetIndexVisibility {
    std::string table;
    std::string index;
    bool visible = true;
    SourceLine line{};
    friend bool operator==(const SetIndexVisibility&, const SetIndexVisibility&) = default;
};

struct AddExclusion {
    std::string table;
    Exclusion exclusion;
    SourceLine line{};
    friend bool operator==(const AddExclusion&, const AddExclusion&) = default;
};

struct DropExclusion {
    std::string table;
    std::string name;
    SourceLine line{};
    std::optional<Exclusion> definition{};
    friend bool operator==(const DropExclusion&, const DropExclusion&) = default;
};

/// A primary key, unique constraint, foreign key, check or exclusion.
struct RenameConstraint {
    std::string table;
    std::string constraint;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameConstraint&, const RenameConstraint&) = default;
};

/// Looks at the rows that were there before a foreign key or check that was added `notValid()`.
struct ValidateConstraint {
    std::string table;
    std::string constraint;
    SourceLine line{};
    friend bool operator==(const ValidateConstraint&, const ValidateConstraint&) = default;
};

/// Makes something beside tables.
struct CreateObject {
    Object object;
    bool replace = false;  ///< In place of the one that is there.
    SourceLine line{};
    std::optional<Object> former{};  ///< What it replaces, where the migration says it.
    friend bool operator==(const CreateObject&, const CreateObject&) = default;
};

/// Takes it away; a grant by its definition.
struct DropObject {
    ObjectName object;
    SourceLine line{};
    std::optional<Object> definition{};
    friend bool operator==(const DropObject&, const DropObject&) = default;
};

struct RenameObject {
    ObjectName object;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameObject&, const RenameObject&) = default;
};

/// What is absent stays as it is.
struct AlterSequence {
    std::string sequence;
    std::optional<std::int64_t> increment{};
    std::optional<std::int64_t> lowest{};
    std::optional<std::int64_t> highest{};
    std::optional<std::int64_t> cache{};
    std::optional<bool> cycle{};
    std::optional<std::int64_t> restart{};  ///< The next number.
    SourceLine line{};
    friend bool operator==(const AlterSequence&, const AlterSequence&) = default;
};

/// Fills a materialised view anew.
struct RefreshView {
    std::string view;
    bool concurrently = false;  ///< While it is read.
    bool withData = true;       ///< Else it is emptied, and cannot be read until the next time.
    SourceLine line{};
    friend bool operator==(const RefreshView&, const RefreshView&) = default;
};

/// Makes a table that is there a partition.
struct AttachPartition {
    Partition partition;
    SourceLine line{};
    friend bool operator==(const AttachPartition&, const AttachPartition&) = default;
};

/// Makes a partition a table of its own.
struct DetachPartition {
    std::string table;
    std::string partition;
    bool concurrently = false;  ///< While the table is written to.
    SourceLine line{};
    std::optional<Partition> definition{};
    friend bool operator==(const DetachPartition&, const DetachPartition&) = default;
};

/// An enumeration that is there without a column of it. Only PostgreSQL keeps one; elsewhere it is
/// the list that columns of its name must agree with.
struct CreateEnum {
    std::string type;
    std::vector<std::string> values;
    SourceLine line{};
    friend bool operator==(const CreateEnum&, const CreateEnum&) = default;
};

struct DropEnum {
    std::string type;
    SourceLine line{};
    std::optional<std::vector<std::string>> definition{};  ///< Its values.
    friend bool operator==(const DropEnum&, const DropEnum&) = default;
};

struct RenameEnum {
    std::string type;
    std::string to;
    SourceLine line{};
    friend bool operator==(const RenameEnum&, const RenameEnum&) = default;
};

/// Another list of values for an enumeration: for every column whose type has its name.
struct ChangeEnum {
    std::string type;
    EnumChange change = EnumChange::AddValue;
    std::string value;     ///< That is added, gets another name, or goes.
    std::string before{};  ///< AddValue: where it comes to stand; both empty: behind the others.
    std::string after{};
    std::string to{};  ///< RenameValue: the new name. RemoveValue: what rows become; empty: none
                       ///< may hold it.
    SourceLine line{};
    friend bool operator==(const ChangeEnum&, const ChangeEnum&) = default;
};

/// What a migration took for granted when it was recorded: that a table, or a column or index of
/// it, is there, or is not. Looked at before the migration's statements run.
struct Assume {
    std::string table;
    std::string column{};  ///< With `index` empty too: the table itself.
    std::string index{};
    bool exists = true;
    SourceLine line{};
    friend bool operator==(const Assume&, const Assume&) = default;
};

/// Raw SQL. A database without a text: absent when forgotten, empty when nothing is to be done.
struct RawSql {
    SqlByDatabase texts;
    SourceLine line{};
    SqlByDatabase inverse{};  ///< What takes it back, where the migration says it.
    friend bool operator==(const RawSql&, const RawSql&) = default;
};

}  // namespace op

/// Everything a migration can do: closed, so that nothing is forgotten anywhere.
using AnyOperation = std::variant<op::CreateTable,
                                  op::DropTable,
                                  op::RenameTable,
                                  op::SetTableComment,
                                  op::AddColumn,
                                  op::DropColumn,
                                  op::RenameColumn,
                                  op::SetColumnComment,
                                  op::ChangeType,
                                  op::SetNotNull,
                                  op::DropNotNull,
                                  op::SetDefault,
                                  op::AddPrimaryKey,
                                  op::DropPrimaryKey,
                                  op::AddUniqueKey,
                                  op::DropUniqueKey,
                                  op::AddForeignKey,
                                  op::DropForeignKey,
                                  op::AddCheck,
                                  op::DropCheck,
                                  op::AddExclusion,
                                  op::DropExclusion,
                                  op::RenameConstraint,
                                  op::ValidateConstraint,
                                  op::AddIndex,
                                  op::DropIndex,
                                  op::RenameIndex,
                                  op::SetIndexVisibility,
                                  op::InsertRows,
                                  op::UpdateRows,
                                  op::EraseRows,
                                  op::Backfill,
                                  op::CallData,
                                  op::Verify,
                                  op::CopyRows,
                                  op::CopyColumn,
                                  op::ForgetChanged,
                                  op::CreateObject,
                                  op::DropObject,
                                  op::RenameObject,
                                  op::AlterSequence,
                                  op::RefreshView,
                                  op::AttachPartition,
                                  op::DetachPartition,
                                  op::CreateEnum,
                                  op::DropEnum,
                                  op::RenameEnum,
                                  op::ChangeEnum,
                                  op::Assume,
                                  op::RawSql>;

/// One call of a migration: what it does, and what may be said of any call.
struct Operation : AnyOperation {
    template <class Op>
    requires(!std::is_base_of_v<AnyOperation, Op>) Operation(Op operation)
        : AnyOperation(std::move(operation)) {}

    /// Why, for the people who read the SQL and the history. Empty: not said.
    std::string because{};
    /// Something is made only if it is not there, or changed and dropped only if it is.
    bool guarded = false;
    /// The databases that it is for; it does not exist on the others.
    DatabaseSet only = everyDatabase;

    friend bool operator==(const Operation&, const Operation&) = default;
};

/// The set that holds one kind of database alone.
constexpr DatabaseSet setOf(DatabaseKind kind) {
    return {static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind))};
}

/// The operations that concern one kind of database, in order.
GODWIT_API std::vector<Operation> operationsFor(DatabaseKind kind,
                                                const std::vector<Operation>& operations);

/// "create_table", "add_column" and so on: the operation's one name in plans, errors and goldens.
GODWIT_API std::string_view nameOf(const Operation& operation);

/// The operation in one line: "add_column orders.total".
GODWIT_API std::string oneLine(const Operation& operation);

/// Where the builder call stands.
GODWIT_API SourceLine lineOf(const Operation& operation);

/// The table it works on; empty for raw SQL and what belongs to no table.
GODWIT_API std::string_view tableOf(const Operation& operation);

/// Replays an operation in memory.
/// @throws UsageError (2xx) when it contradicts what is known, as adding a column that is there.
/// Tables that are not known are taken to exist outside godwit's knowledge. An operation for other
/// databases than the schema's own changes nothing.
GODWIT_API void replay(const Operation& operation, Schema& schema);

}  // namespace godwit
