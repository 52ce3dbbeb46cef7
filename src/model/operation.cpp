#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include <godwit/operation.hpp>

#include "model/object_names.hpp"

namespace godwit {

namespace {

// In the order of the variant; those of objects have a name for each kind instead.
constexpr std::array<std::string_view, std::variant_size_v<AnyOperation>> kNames = {
    "create_table",    "drop_table",       "rename_table",      "set_table_comment",
    "add_column",      "drop_column",      "rename_column",     "set_column_comment",
    "change_type",     "set_not_null",     "drop_not_null",     "set_default",
    "add_primary_key", "drop_primary_key", "add_unique_key",    "drop_unique_key",
    "add_foreign_key", "drop_foreign_key", "add_check",         "drop_check",
    "add_exclusion",   "drop_exclusion",   "rename_constraint", "validate_constraint",
    "add_index",       "drop_index",       "rename_index",      "set_index_visibility",
    "insert_rows",     "update_rows",      "erase_rows",        "backfill",
    "call_data",       "verify",           "copy_rows",         "copy_column",
    "forget_changed",  "create_object",    "drop_object",       "rename_object",
    "alter_sequence",  "refresh_view",     "attach_partition",  "detach_partition",
    "create_enum",     "drop_enum",        "rename_enum",       "change_enum",
    "assume",          "raw_sql",
};

template <class Drop>
std::string dropped(const Drop& o) {
    if (o.name.empty() && o.definition) {
        return o.definition->name;
    }
    return o.name.empty() ? fmt::format("({})", fmt::join(o.columns, ", ")) : o.name;
}

std::string counted(std::size_t rows) {
    return fmt::format(", {} row{}", rows, rows == 1 ? "" : "s");
}

std::string objectOf(const op::CreateTable&) { return {}; }
std::string objectOf(const op::DropTable&) { return {}; }
std::string objectOf(const op::RenameTable& o) { return " to " + o.to; }
std::string objectOf(const op::SetTableComment&) { return {}; }
std::string objectOf(const op::AddColumn& o) { return "." + o.column.name; }
std::string objectOf(const op::DropColumn& o) { return "." + o.column; }
std::string objectOf(const op::RenameColumn& o) { return fmt::format(".{} to {}", o.column, o.to); }
std::string objectOf(const op::SetColumnComment& o) { return "." + o.column; }
std::string objectOf(const op::ChangeType& o) { return "." + o.column; }
std::string objectOf(const op::SetNotNull& o) { return "." + o.column; }
std::string objectOf(const op::DropNotNull& o) { return "." + o.column; }
std::string objectOf(const op::SetDefault& o) { return "." + o.column; }
std::string objectOf(const op::AddPrimaryKey&) { return {}; }
std::string objectOf(const op::DropPrimaryKey&) { return {}; }
std::string objectOf(const op::AddUniqueKey& o) { return "." + o.uniqueKey.name; }
std::string objectOf(const op::DropUniqueKey& o) { return "." + dropped(o); }
std::string objectOf(const op::AddForeignKey& o) { return "." + o.foreignKey.name; }
std::string objectOf(const op::DropForeignKey& o) { return "." + dropped(o); }
std::string objectOf(const op::AddCheck& o) { return "." + o.check.name; }
std::string objectOf(const op::DropCheck& o) { return "." + o.name; }
std::string objectOf(const op::AddExclusion& o) { return "." + o.exclusion.name; }
std::string objectOf(const op::DropExclusion& o) { return "." + o.name; }
std::string objectOf(const op::RenameConstraint& o) {
    return fmt::format(".{} to {}", o.constraint, o.to);
}
std::string objectOf(const op::ValidateConstraint& o) { return "." + o.constraint; }
std::string objectOf(const op::AddIndex& o) { return "." + o.index.name; }
std::string objectOf(const op::DropIndex& o) { return "." + dropped(o); }
std::string objectOf(const op::RenameIndex& o) { return fmt::format(".{} to {}", o.index, o.to); }
std::string objectOf(const op::SetIndexVisibility& o) {
    return fmt::format(".{} {}", o.index, o.visible ? "visible" : "invisible");
}
std::string objectOf(const op::CreateObject& o) { return detail::lineOfObject(o.object); }
std::string objectOf(const op::DropObject& o) {
    return o.object.kind == ObjectKind::Grant && o.definition
               ? detail::lineOfObject(*o.definition, "from")
               : detail::lineOfObject(o.object);
}
std::string objectOf(const op::RenameObject& o) {
    return fmt::format("{} to {}", detail::lineOfObject(o.object), o.to);
}
std::string objectOf(const op::AlterSequence& o) { return " " + o.sequence; }
std::string objectOf(const op::RefreshView& o) { return " " + o.view; }
std::string objectOf(const op::AttachPartition& o) { return "." + o.partition.name; }
std::string objectOf(const op::DetachPartition& o) { return "." + o.partition; }
std::string objectOf(const op::CreateEnum& o) { return " " + o.type; }
std::string objectOf(const op::DropEnum& o) { return " " + o.type; }
std::string objectOf(const op::RenameEnum& o) { return fmt::format(" {} to {}", o.type, o.to); }
std::string objectOf(const op::ChangeEnum& o) {
    switch (o.change) {
    case EnumChange::AddValue:
        return fmt::format(" {} adds {}", o.type, o.value);
    case EnumChange::RenameValue:
        return fmt::format(" {} renames {} to {}", o.type, o.value, o.to);
    case EnumChange::RemoveValue:
        return fmt::format(" {} removes {}", o.type, o.value);
    }
    return {};
}
std::string objectOf(const op::Assume& o) {
    const std::string& part = o.column.empty() ? o.index : o.column;
    return fmt::format("{}{} {}",
                       part.empty() ? "" : ".",
                       part,
                       o.exists ? "exists" : "does not exist");
}
std::string objectOf(const op::InsertRows& o) { return counted(o.list.rows.size()); }
std::string objectOf(const op::UpdateRows&) { return {}; }
std::string objectOf(const op::EraseRows& o) {
    return o.list.rows.empty() ? std::string{} : counted(o.list.rows.size());
}
std::string objectOf(const op::Backfill& o) {
    std::vector<std::string_view> columns;
    for (const op::Backfill::Assignment& one : o.set) {
        columns.push_back(one.column);
    }
    return columns.empty() ? std::string{} : fmt::format(".{}", fmt::join(columns, ", "));
}
std::string objectOf(const op::CallData& o) { return fmt::format(" '{}'", o.name); }
std::string objectOf(const op::Verify& o) { return fmt::format(" '{}'", o.name); }
std::string objectOf(const op::CopyRows& o) { return " from " + o.from; }
std::string objectOf(const op::CopyColumn& o) {
    return fmt::format(".{} from {}.{}", o.column, o.from, o.fromColumn);
}
std::string objectOf(const op::ForgetChanged& o) {
    return fmt::format(" where {}.{} differs", o.from, o.fromColumn);
}
std::string objectOf(const op::RawSql&) { return {}; }

std::string_view tableOfObject(const Trigger& o) { return o.table; }
std::string_view tableOfObject(const RowSecurity& o) { return o.table; }
std::string_view tableOfObject(const Policy& o) { return o.table; }
std::string_view tableOfObject(const Partition& o) { return o.table; }
std::string_view tableOfObject(const Grant& o) {
    return o.on == Grant::On::Table ? std::string_view{o.name} : std::string_view{};
}
template <class AnyOther>
std::string_view tableOfObject(const AnyOther&) {
    return {};
}

std::string_view tableIn(const op::CreateTable& o) { return o.table.name; }
std::string_view tableIn(const op::CallData&) { return {}; }
std::string_view tableIn(const op::Verify&) { return {}; }
std::string_view tableIn(const op::CreateObject& o) {
    return std::visit([](const auto& object) { return tableOfObject(object); }, o.object);
}
std::string_view tableIn(const op::DropObject& o) { return o.object.table; }
std::string_view tableIn(const op::RenameObject& o) { return o.object.table; }
std::string_view tableIn(const op::AlterSequence&) { return {}; }
std::string_view tableIn(const op::RefreshView&) { return {}; }
std::string_view tableIn(const op::AttachPartition& o) { return o.partition.table; }
std::string_view tableIn(const op::CreateEnum&) { return {}; }
std::string_view tableIn(const op::DropEnum&) { return {}; }
std::string_view tableIn(const op::RenameEnum&) { return {}; }
std::string_view tableIn(const op::ChangeEnum&) { return {}; }
std::string_view tableIn(const op::RawSql&) { return {}; }
template <class AnyOther>
std::string_view tableIn(const AnyOther& o) {
    return o.table;
}

}  // namespace

std::string_view nameOf(const Operation& operation) {
    if (const auto* made = std::get_if<op::CreateObject>(&operation)) {
        return detail::createName(identityOf(made->object).kind, made->replace);
    }
    if (const auto* dropped = std::get_if<op::DropObject>(&operation)) {
        return detail::dropName(dropped->object.kind);
    }
    if (const auto* renamed = std::get_if<op::RenameObject>(&operation)) {
        return detail::renameName(renamed->object.kind);
    }
    return kNames[operation.index()];
}

std::string oneLine(const Operation& operation) {
    const std::string_view table = tableOf(operation);
    return fmt::format("{}{}{}{}",
                       nameOf(operation),
                       table.empty() ? "" : " ",
                       table,
                       std::visit([](const auto& o) { return objectOf(o); }, operation));
}

SourceLine lineOf(const Operation& operation) {
    return std::visit([](const auto& o) { return o.line; }, operation);
}

std::string_view tableOf(const Operation& operation) {
    return std::visit([](const auto& o) { return tableIn(o); }, operation);
}

std::vector<Operation> operationsFor(DatabaseKind kind, const std::vector<Operation>& operations) {
    std::vector<Operation> out;
    std::copy_if(operations.begin(),
                 operations.end(),
                 std::back_inserter(out),
                 [kind](const Operation& operation) {
                     return (operation.only & setOf(kind)) != noDatabase;
                 });
    return out;
}

}  // namespace godwit
