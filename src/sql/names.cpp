#include "sql/names.hpp"

namespace godwit::detail {

namespace {

using Names = std::vector<GivenName>;
using What = GivenName::What;

What whatOf(ObjectKind kind) {
    switch (kind) {
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        return What::View;
    case ObjectKind::Trigger:
        return What::Trigger;
    case ObjectKind::Function:
    case ObjectKind::Procedure:
        return What::Routine;
    case ObjectKind::Sequence:
        return What::Sequence;
    case ObjectKind::Schema:
    case ObjectKind::Extension:
        return What::Schema;
    case ObjectKind::RowSecurity:
    case ObjectKind::Policy:
        return What::Policy;
    case ObjectKind::Role:
    case ObjectKind::Grant:
        return What::Role;
    case ObjectKind::Partition:
        return What::Partition;
    }
    return What::Table;
}

// Row level security and grants have no name of their own.
std::string_view nameIn(const RowSecurity&) { return {}; }
std::string_view nameIn(const Grant&) { return {}; }
template <class Named>
std::string_view nameIn(const Named& object) {
    return object.name;
}

Names namesIn(const op::CreateTable& o) {
    Names names{{o.table.name, What::Table, o.line}};
    const auto addAll = [&names](const auto& objects, What what) {
        for (const auto& object : objects) {
            names.push_back({object.name, what, object.line});
        }
    };
    addAll(o.table.columns, What::Column);
    if (o.table.primaryKey) {
        names.push_back({o.table.primaryKey->name, What::Constraint, o.table.primaryKey->line});
    }
    addAll(o.table.uniqueKeys, What::Constraint);
    addAll(o.table.foreignKeys, What::Constraint);
    addAll(o.table.checks, What::Constraint);
    addAll(o.table.exclusions, What::Constraint);
    addAll(o.table.indexes, What::Index);
    return names;
}

Names namesIn(const op::DropTable&) { return {}; }
Names namesIn(const op::RenameTable& o) { return {{o.to, What::Table, o.line}}; }
Names namesIn(const op::SetTableComment&) { return {}; }
Names namesIn(const op::AddColumn& o) { return {{o.column.name, What::Column, o.column.line}}; }
Names namesIn(const op::DropColumn&) { return {}; }
Names namesIn(const op::RenameColumn& o) { return {{o.to, What::Column, o.line}}; }
Names namesIn(const op::SetColumnComment&) { return {}; }
Names namesIn(const op::ChangeType&) { return {}; }
Names namesIn(const op::SetNotNull&) { return {}; }
Names namesIn(const op::DropNotNull&) { return {}; }
Names namesIn(const op::SetDefault&) { return {}; }
Names namesIn(const op::AddPrimaryKey& o) {
    return {{o.primaryKey.name, What::Constraint, o.line}};
}
Names namesIn(const op::DropPrimaryKey&) { return {}; }
Names namesIn(const op::AddUniqueKey& o) { return {{o.uniqueKey.name, What::Constraint, o.line}}; }
Names namesIn(const op::DropUniqueKey&) { return {}; }
Names namesIn(const op::AddForeignKey& o) {
    return {{o.foreignKey.name, What::Constraint, o.line}};
}
Names namesIn(const op::DropForeignKey&) { return {}; }
Names namesIn(const op::AddCheck& o) { return {{o.check.name, What::Constraint, o.line}}; }
Names namesIn(const op::DropCheck&) { return {}; }
Names namesIn(const op::AddExclusion& o) { return {{o.exclusion.name, What::Constraint, o.line}}; }
Names namesIn(const op::DropExclusion&) { return {}; }
Names namesIn(const op::RenameConstraint& o) { return {{o.to, What::Constraint, o.line}}; }
Names namesIn(const op::ValidateConstraint&) { return {}; }
Names namesIn(const op::AddIndex& o) { return {{o.index.name, What::Index, o.line}}; }
Names namesIn(const op::DropIndex&) { return {}; }
Names namesIn(const op::RenameIndex& o) { return {{o.to, What::Index, o.line}}; }
Names namesIn(const op::SetIndexVisibility&) { return {}; }
Names namesIn(const op::InsertRows&) { return {}; }
Names namesIn(const op::UpdateRows&) { return {}; }
Names namesIn(const op::EraseRows&) { return {}; }
Names namesIn(const op::Backfill&) { return {}; }
Names namesIn(const op::CallData&) { return {}; }
Names namesIn(const op::Verify&) { return {}; }
Names namesIn(const op::CopyRows&) { return {}; }
Names namesIn(const op::CopyColumn&) { return {}; }
Names namesIn(const op::ForgetChanged&) { return {}; }
Names namesIn(const op::CreateObject& o) {
    const std::string_view name =
        std::visit([](const auto& object) { return nameIn(object); }, o.object);
    if (name.empty()) {
        return {};
    }
    return {{name, whatOf(identityOf(o.object).kind), o.line}};
}
Names namesIn(const op::DropObject&) { return {}; }
Names namesIn(const op::RenameObject& o) { return {{o.to, whatOf(o.object.kind), o.line}}; }
Names namesIn(const op::AlterSequence&) { return {}; }
Names namesIn(const op::RefreshView&) { return {}; }
Names namesIn(const op::AttachPartition&) { return {}; }
Names namesIn(const op::DetachPartition&) { return {}; }
Names namesIn(const op::CreateEnum&) { return {}; }
Names namesIn(const op::DropEnum&) { return {}; }
Names namesIn(const op::RenameEnum&) { return {}; }
Names namesIn(const op::ChangeEnum&) { return {}; }
Names namesIn(const op::Assume&) { return {}; }
Names namesIn(const op::RawSql&) { return {}; }

}  // namespace

std::vector<GivenName> namesGivenBy(const Operation& operation) {
    return std::visit([](const auto& o) { return namesIn(o); }, operation);
}

std::string_view wordOf(GivenName::What what) {
    switch (what) {
    case What::Table:
        return "table";
    case What::Column:
        return "column";
    case What::Index:
        return "index";
    case What::Constraint:
        return "constraint";
    case What::View:
        return "view";
    case What::Trigger:
        return "trigger";
    case What::Routine:
        return "function";
    case What::Sequence:
        return "sequence";
    case What::Schema:
        return "schema";
    case What::Policy:
        return "policy";
    case What::Role:
        return "role";
    case What::Partition:
        return "partition";
    }
    return {};
}

}  // namespace godwit::detail
