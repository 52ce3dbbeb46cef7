#include "model/sought.hpp"

#include <algorithm>

#include "model/enum_values.hpp"
#include "model/replacing.hpp"
#include "model/resolve.hpp"

// What guards ask for: one overload for each operation, in the variant's order, so that the
// compiler asks for that of a new one.

namespace godwit::detail {

namespace {

using What = Sought::What;
using Guarded = std::optional<Condition>;

Guarded unlessThere(What what, const std::string& table, const std::string& name = {}) {
    return Condition{{what, table, name}, false};
}

Guarded whenThere(What what, const std::string& table, const std::string& name = {}) {
    return Condition{{what, table, name}, true};
}

Guarded about(ObjectName object, bool whenThere) {
    return Condition{{What::Object, object.table, {}, std::move(object)}, whenThere};
}

struct Guard {
    const Schema& before;

    Guarded operator()(const op::CreateTable& o) const {
        return unlessThere(What::Table, o.table.name);
    }
    Guarded operator()(const op::DropTable& o) const { return whenThere(What::Table, o.table); }
    Guarded operator()(const op::RenameTable& o) const { return whenThere(What::Table, o.table); }
    Guarded operator()(const op::SetTableComment& o) const {
        return whenThere(What::Table, o.table);
    }
    Guarded operator()(const op::AddColumn& o) const {
        return unlessThere(What::Column, o.table, o.column.name);
    }
    Guarded operator()(const op::DropColumn& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::RenameColumn& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::SetColumnComment& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::ChangeType& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::SetNotNull& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::DropNotNull& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::SetDefault& o) const {
        return whenThere(What::Column, o.table, o.column);
    }
    Guarded operator()(const op::AddPrimaryKey& o) const {
        return unlessThere(What::PrimaryKey, o.table);
    }
    Guarded operator()(const op::DropPrimaryKey& o) const {
        return whenThere(What::PrimaryKey, o.table);
    }
    Guarded operator()(const op::AddUniqueKey& o) const {
        return unlessThere(What::UniqueKey, o.table, o.uniqueKey.name);
    }
    Guarded operator()(const op::DropUniqueKey& o) const {
        return whenThere(What::UniqueKey, o.table, resolvedName(o, before));
    }
    Guarded operator()(const op::AddForeignKey& o) const {
        return unlessThere(What::ForeignKey, o.table, o.foreignKey.name);
    }
    Guarded operator()(const op::DropForeignKey& o) const {
        return whenThere(What::ForeignKey, o.table, resolvedName(o, before));
    }
    Guarded operator()(const op::AddCheck& o) const {
        return unlessThere(What::Check, o.table, o.check.name);
    }
    Guarded operator()(const op::DropCheck& o) const {
        return whenThere(What::Check, o.table, o.name);
    }
    Guarded operator()(const op::AddExclusion& o) const {
        return unlessThere(What::Exclusion, o.table, o.exclusion.name);
    }
    Guarded operator()(const op::DropExclusion& o) const {
        return whenThere(What::Exclusion, o.table, o.name);
    }
    Guarded operator()(const op::RenameConstraint& o) const {
        return whenThere(What::Constraint, o.table, o.constraint);
    }
    Guarded operator()(const op::ValidateConstraint& o) const {
        return whenThere(What::Constraint, o.table, o.constraint);
    }
    Guarded operator()(const op::AddIndex& o) const {
        return unlessThere(What::Index, o.table, o.index.name);
    }
    Guarded operator()(const op::DropIndex& o) const {
        return whenThere(What::Index, o.table, resolvedName(o, before));
    }
    Guarded operator()(const op::RenameIndex& o) const {
        return whenThere(What::Index, o.table, o.index);
    }
    Guarded operator()(const op::SetIndexVisibility& o) const {
        return whenThere(What::Index, o.table, o.index);
    }
    // Rows whose key is taken are told by the INSERT itself.
    Guarded operator()(const op::InsertRows&) const { return std::nullopt; }
    Guarded operator()(const op::UpdateRows&) const { return std::nullopt; }
    Guarded operator()(const op::EraseRows&) const { return std::nullopt; }
    Guarded operator()(const op::Backfill&) const { return std::nullopt; }
    Guarded operator()(const op::CallData&) const { return std::nullopt; }
    Guarded operator()(const op::Verify&) const { return std::nullopt; }
    Guarded operator()(const op::CopyRows&) const { return std::nullopt; }
    Guarded operator()(const op::CopyColumn&) const { return std::nullopt; }
    Guarded operator()(const op::ForgetChanged&) const { return std::nullopt; }
    Guarded operator()(const op::CreateObject& o) const {
        const bool unguarded = o.replace || std::holds_alternative<Grant>(o.object) ||
                               forcesMore(o.object, findObject(before, identityOf(o.object)));
        return unguarded ? Guarded{} : about(identityOf(o.object), false);
    }
    Guarded operator()(const op::DropObject& o) const {
        return o.object.kind == ObjectKind::Grant ? Guarded{} : about(o.object, true);
    }
    Guarded operator()(const op::RenameObject& o) const { return about(o.object, true); }
    Guarded operator()(const op::AlterSequence& o) const {
        return about({ObjectKind::Sequence, o.sequence, {}, {}}, true);
    }
    Guarded operator()(const op::RefreshView& o) const {
        return about({ObjectKind::MaterializedView, o.view, {}, {}}, true);
    }
    Guarded operator()(const op::AttachPartition& o) const {
        return about(identityOf(o.partition), false);
    }
    Guarded operator()(const op::DetachPartition& o) const {
        return about({ObjectKind::Partition, o.partition, o.table, {}}, true);
    }
    Guarded operator()(const op::CreateEnum& o) const {
        return unlessThere(What::Enumeration, o.type);
    }
    Guarded operator()(const op::DropEnum& o) const { return whenThere(What::Enumeration, o.type); }
    Guarded operator()(const op::RenameEnum& o) const {
        return whenThere(What::Enumeration, o.type);
    }
    Guarded operator()(const op::ChangeEnum& o) const {
        return o.change == EnumChange::AddValue ? unlessThere(What::EnumValue, o.type, o.value)
                                                : whenThere(What::EnumValue, o.type, o.value);
    }
    Guarded operator()(const op::Assume&) const { return std::nullopt; }
    Guarded operator()(const op::RawSql&) const { return std::nullopt; }
};

template <class Object>
bool anyNamed(const std::vector<Object>& objects, const std::string& name) {
    return std::any_of(objects.begin(), objects.end(), [&name](const Object& object) {
        return object.name == name;
    });
}

bool hasConstraint(const Table& table, const std::string& name) {
    return (table.primaryKey && table.primaryKey->name == name) ||
           anyNamed(table.uniqueKeys, name) || anyNamed(table.foreignKeys, name) ||
           anyNamed(table.checks, name) || anyNamed(table.exclusions, name);
}

bool has(const Table& table, const Sought& object) {
    switch (object.what) {
    case What::Table:
        return true;
    case What::Column:
        return anyNamed(table.columns, object.name);
    case What::PrimaryKey:
        return table.primaryKey.has_value();
    case What::UniqueKey:
        return anyNamed(table.uniqueKeys, object.name);
    case What::ForeignKey:
        return anyNamed(table.foreignKeys, object.name);
    case What::Check:
        return anyNamed(table.checks, object.name);
    case What::Exclusion:
        return anyNamed(table.exclusions, object.name);
    case What::Constraint:
        return hasConstraint(table, object.name);
    case What::Index:
        return anyNamed(table.indexes, object.name);
    case What::Object:
    case What::Enumeration:
    case What::EnumValue:
        break;
    }
    return false;
}

}  // namespace

std::optional<Condition> conditionOf(const Operation& operation, const Schema& before) {
    return std::visit(Guard{before}, operation);
}

Condition conditionOf(const op::Assume& assumption) {
    const auto& [table, column, index, exists, line] = assumption;
    if (!index.empty()) {
        return {{What::Index, table, index}, exists};
    }
    return {{column.empty() ? What::Table : What::Column, table, column}, exists};
}

bool isKnown(const Sought& object, const Schema& schema) {
    if (object.what == What::Object) {
        return findObject(schema, object.object) != nullptr;
    }
    if (object.what == What::Enumeration || object.what == What::EnumValue) {
        const std::vector<std::string> values = enumValues(schema, object.table);
        return object.what == What::Enumeration
                   ? !values.empty()
                   : std::find(values.begin(), values.end(), object.name) != values.end();
    }
    const Table* table = findTable(schema, object.table);
    return table != nullptr && has(*table, object);
}

}  // namespace godwit::detail
