#include "plan/gone_names.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "model/enum_values.hpp"
#include "model/sql_words.hpp"

namespace godwit::detail {

namespace {

using What = GoneName::What;

// What SQL calls by name, of what is beside tables.
std::optional<What> whatOf(ObjectKind kind) {
    switch (kind) {
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        return What::View;
    case ObjectKind::Function:
    case ObjectKind::Procedure:
        return What::Routine;
    case ObjectKind::Sequence:
        return What::Sequence;
    case ObjectKind::Schema:
        return What::Schema;
    case ObjectKind::Trigger:
    case ObjectKind::Extension:
    case ObjectKind::RowSecurity:
    case ObjectKind::Policy:
    case ObjectKind::Role:
    case ObjectKind::Grant:
    case ObjectKind::Partition:
        break;
    }
    return {};
}

class Gone {
public:
    Gone(const Schema& before, DatabaseKind kind) : before_(before), kind_(kind) {}

    std::vector<GoneName> operator()(const op::DropTable& o) const { return table(o.table, {}); }
    std::vector<GoneName> operator()(const op::RenameTable& o) const {
        return table(o.table, o.to);
    }
    std::vector<GoneName> operator()(const op::DropColumn& o) const {
        return {{.what = What::Column, .name = o.table, .column = o.column}};
    }
    std::vector<GoneName> operator()(const op::RenameColumn& o) const {
        return {{.what = What::Column, .name = o.table, .column = o.column, .to = o.to}};
    }
    std::vector<GoneName> operator()(const op::DropObject& o) const { return object(o.object, {}); }
    std::vector<GoneName> operator()(const op::RenameObject& o) const {
        return object(o.object, o.to);
    }
    std::vector<GoneName> operator()(const op::DropEnum& o) const {
        return enumeration(o.type, {});
    }
    std::vector<GoneName> operator()(const op::RenameEnum& o) const {
        return enumeration(o.type, o.to);
    }
    std::vector<GoneName> operator()(const op::ChangeEnum& o) const {
        std::vector<GoneName> gone;
        if (o.change == EnumChange::AddValue) {
            return gone;
        }
        const bool renamed = o.change == EnumChange::RenameValue;
        for (const auto& [name, table] : before_.tables) {
            for (const Column& column : table.columns) {
                if (concerns(o, column)) {
                    gone.push_back({.what = What::Value,
                                    .name = name,
                                    .column = column.name,
                                    .value = o.value,
                                    .to = renamed ? o.to : std::string{}});
                }
            }
        }
        return gone;
    }
    template <class AnyOther>
    std::vector<GoneName> operator()(const AnyOther&) const {
        return {};
    }

private:
    std::vector<GoneName> table(const std::string& name, const std::string& to) const {
        GoneName gone{.what = What::Table, .name = name, .to = to};
        if (const Table* known = findTable(before_, name)) {
            for (const Column& column : known->columns) {
                gone.columns.push_back(column.name);
            }
        }
        return {std::move(gone)};
    }

    // Elsewhere its type has no name.
    std::vector<GoneName> enumeration(const std::string& type, const std::string& to) const {
        return kind_ == DatabaseKind::PostgreSQL
                   ? std::vector<GoneName>{{.what = What::Enumeration, .name = type, .to = to}}
                   : std::vector<GoneName>{};
    }

    // A partition of PostgreSQL is a table.
    std::vector<GoneName> object(const ObjectName& object, const std::string& to) const {
        if (object.kind == ObjectKind::Partition && kind_ == DatabaseKind::PostgreSQL) {
            return {{.what = What::Table, .name = object.name}};
        }
        const std::optional<What> what = whatOf(object.kind);
        return what ? std::vector<GoneName>{{.what = *what, .name = object.name, .to = to}}
                    : std::vector<GoneName>{};
    }

    const Schema& before_;
    DatabaseKind kind_;
};

bool hasObject(const Schema& schema, What what, const std::string& name) {
    return std::any_of(schema.objects.begin(), schema.objects.end(), [&](const auto& entry) {
        return entry.first.name == name && whatOf(entry.first.kind) == what;
    });
}

bool isPartition(const Schema& schema, const std::string& name) {
    return std::any_of(schema.objects.begin(), schema.objects.end(), [&](const auto& entry) {
        return entry.first.kind == ObjectKind::Partition && entry.first.name == name;
    });
}

const Column* columnAnyCase(const Table& table, const std::string& name) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&name](const Column& column) {
            return lowerCase(column.name) == lowerCase(name);
        });
    return found == table.columns.end() ? nullptr : &*found;
}

}  // namespace

std::vector<GoneName> goneBy(const Operation& operation, const Schema& before, DatabaseKind kind) {
    const AnyOperation& any = operation;
    return std::visit(Gone{before, kind}, any);
}

bool takesNames(const std::vector<Operation>& operations) {
    const Schema nothing;
    return std::any_of(operations.begin(), operations.end(), [&](const Operation& operation) {
        return std::holds_alternative<op::ChangeEnum>(operation) ||
               !goneBy(operation, nothing, DatabaseKind::PostgreSQL).empty();
    });
}

bool isThere(const GoneName& gone, const Schema& after) {
    const Table* table = findTable(after, gone.name);
    switch (gone.what) {
    case What::Table:
    case What::View:
        return table != nullptr || hasObject(after, What::View, gone.name) ||
               isPartition(after, gone.name);
    case What::Column:
        return hasObject(after, What::View, gone.name) ||
               (table != nullptr && columnAnyCase(*table, gone.column) != nullptr);
    case What::Value: {
        const Column* column = table == nullptr ? nullptr : columnAnyCase(*table, gone.column);
        return column != nullptr &&
               std::find(column->type.values.begin(), column->type.values.end(), gone.value) !=
                   column->type.values.end();
    }
    case What::Enumeration:
        return !enumValues(after, gone.name).empty();
    case What::Routine:
    case What::Sequence:
    case What::Schema:
        break;
    }
    return hasObject(after, gone.what, gone.name);
}

std::vector<std::string> columnsLost(const GoneName& gone, const Schema& after) {
    std::vector<std::string> lost;
    const Table* table = findTable(after, gone.name);
    if (table != nullptr) {
        std::copy_if(gone.columns.begin(),
                     gone.columns.end(),
                     std::back_inserter(lost),
                     [table](const std::string& c) { return columnAnyCase(*table, c) == nullptr; });
    }
    return lost;
}

std::string spelled(const GoneName& gone) {
    return fmt::format("{}{}{}{}",
                       gone.value.empty() ? "" : "'" + gone.value + "' of ",
                       gone.name,
                       gone.column.empty() ? "" : ".",
                       gone.column);
}

}  // namespace godwit::detail
