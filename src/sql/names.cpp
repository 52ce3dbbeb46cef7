#include "sql/names.hpp"

namespace godwit::detail {

namespace {

using Names = std::vector<GivenName>;
using What = GivenName::What;

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
    }
    return {};
}

}  // namespace godwit::detail
