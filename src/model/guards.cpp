#include <algorithm>

#include "model/guards.hpp"
#include "model/resolve.hpp"

namespace godwit::detail {

namespace {

class Guard {
public:
    explicit Guard(const Schema& schema) : schema_(schema) {}

    bool operator()(const op::CreateTable& o) const { return table(o.table.name) != nullptr; }
    bool operator()(const op::DropTable& o) const { return table(o.table) == nullptr; }
    bool operator()(const op::RenameTable& o) const { return table(o.table) == nullptr; }
    bool operator()(const op::AddColumn& o) const {
        return has(o.table, &Table::columns, o.column.name);
    }
    bool operator()(const op::DropColumn& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::RenameColumn& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::ChangeType& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::SetNotNull& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::DropNotNull& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::SetDefault& o) const {
        return !has(o.table, &Table::columns, o.column);
    }
    bool operator()(const op::AddPrimaryKey& o) const { return hasPrimaryKey(o.table); }
    bool operator()(const op::DropPrimaryKey& o) const { return !hasPrimaryKey(o.table); }
    bool operator()(const op::AddUniqueKey& o) const {
        return has(o.table, &Table::uniqueKeys, o.uniqueKey.name);
    }
    bool operator()(const op::DropUniqueKey& o) const {
        return !has(o.table, &Table::uniqueKeys, resolvedName(o, schema_));
    }
    bool operator()(const op::AddForeignKey& o) const {
        return has(o.table, &Table::foreignKeys, o.foreignKey.name);
    }
    bool operator()(const op::DropForeignKey& o) const {
        return !has(o.table, &Table::foreignKeys, resolvedName(o, schema_));
    }
    bool operator()(const op::AddIndex& o) const {
        return has(o.table, &Table::indexes, o.index.name);
    }
    bool operator()(const op::DropIndex& o) const {
        return !has(o.table, &Table::indexes, resolvedName(o, schema_));
    }
    bool operator()(const op::AddCheck& o) const {
        return has(o.table, &Table::checks, o.check.name);
    }
    bool operator()(const op::DropCheck& o) const { return !has(o.table, &Table::checks, o.name); }
    bool operator()(const op::AddExclusion& o) const {
        return has(o.table, &Table::exclusions, o.exclusion.name);
    }
    bool operator()(const op::DropExclusion& o) const {
        return !has(o.table, &Table::exclusions, o.name);
    }
    // The others have no guard.
    template <class AnyOther>
    bool operator()(const AnyOther&) const {
        return false;
    }

private:
    const Table* table(const std::string& name) const { return findTable(schema_, name); }

    bool hasPrimaryKey(const std::string& name) const {
        const Table* known = table(name);
        return known != nullptr && known->primaryKey.has_value();
    }

    template <class Object>
    bool has(const std::string& tableName,
             std::vector<Object> Table::*objects,
             const std::string& name) const {
        const Table* known = table(tableName);
        return known != nullptr && std::any_of((known->*objects).begin(),
                                               (known->*objects).end(),
                                               [&name](const Object& o) { return o.name == name; });
    }

    const Schema& schema_;
};

}  // namespace

bool hasNothingToDo(const Operation& operation, const Schema& schema) {
    return std::visit(Guard{schema}, operation);
}

}  // namespace godwit::detail
