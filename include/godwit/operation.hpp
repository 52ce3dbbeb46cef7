#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/detail/source_line.hpp>
#include <godwit/export.hpp>
#include <godwit/schema.hpp>

namespace godwit {

/// The operations a migration is recorded as. Plain data that compares by value; every consumer
/// answers its question with one overload each, so that the compiler lists what is missing.
namespace op {

struct CreateTable {
    Table table;
    SourceLine line{};
    friend bool operator==(const CreateTable&, const CreateTable&) = default;
};

struct DropTable {
    std::string table;
    SourceLine line{};
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
    friend bool operator==(const SetTableComment&, const SetTableComment&) = default;
};

struct AddColumn {
    std::string table;
    Column column;
    SourceLine line{};
    friend bool operator==(const AddColumn&, const AddColumn&) = default;
};

struct DropColumn {
    std::string table;
    std::string column;
    SourceLine line{};
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
    friend bool operator==(const SetColumnComment&, const SetColumnComment&) = default;
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
    friend bool operator==(const DropIndex&, const DropIndex&) = default;
};

/// Raw SQL. A database without a text: absent when forgotten, empty when nothing is to be done.
struct RawSql {
    std::array<std::optional<std::string>, kDatabaseKinds> texts;  ///< By DatabaseKind.
    SourceLine line{};
    friend bool operator==(const RawSql&, const RawSql&) = default;
};

}  // namespace op

/// Everything a migration can do: closed, so that nothing is forgotten anywhere.
using Operation = std::variant<op::CreateTable,
                               op::DropTable,
                               op::RenameTable,
                               op::SetTableComment,
                               op::AddColumn,
                               op::DropColumn,
                               op::RenameColumn,
                               op::SetColumnComment,
                               op::AddPrimaryKey,
                               op::DropPrimaryKey,
                               op::AddUniqueKey,
                               op::DropUniqueKey,
                               op::AddForeignKey,
                               op::DropForeignKey,
                               op::AddCheck,
                               op::DropCheck,
                               op::AddIndex,
                               op::DropIndex,
                               op::RawSql>;

/// "create_table", "add_column" and so on: the operation's one name in plans, errors and goldens.
GODWIT_API std::string_view nameOf(const Operation& operation);

/// The operation in one line: "add_column orders.total".
GODWIT_API std::string oneLine(const Operation& operation);

/// Where the builder call stands.
GODWIT_API SourceLine lineOf(const Operation& operation);

/// The table it works on; empty for raw SQL.
GODWIT_API std::string_view tableOf(const Operation& operation);

/// Replays an operation in memory.
/// @throws UsageError (2xx) when it contradicts what is known, as adding a column that is there.
/// Tables that are not known are taken to exist outside godwit's knowledge.
GODWIT_API void replay(const Operation& operation, Schema& schema);

}  // namespace godwit
