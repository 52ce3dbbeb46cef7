#include "sqlite/guarded_changes.hpp"

#include <string>
#include <vector>

#include "model/resolve.hpp"
#include "sqlite/types.hpp"

namespace godwit::detail {

namespace {

class Need {
public:
    explicit Need(TableChange& change) : change_(change) {}

    // Added is what was taken away behind the migrations' back.
    void operator()(const op::AddColumn& o) const { forget(&Table::columns, o.column.name); }
    void operator()(const op::AddPrimaryKey&) const { change_.before.primaryKey.reset(); }
    void operator()(const op::AddUniqueKey& o) const {
        forget(&Table::uniqueKeys, o.uniqueKey.name);
    }
    void operator()(const op::AddForeignKey& o) const {
        forget(&Table::foreignKeys, o.foreignKey.name);
    }
    void operator()(const op::AddCheck& o) const { forget(&Table::checks, o.check.name); }

    // Dropped and changed is what was made behind it.
    void operator()(const op::DropPrimaryKey& o) const {
        change_.before.primaryKey = PrimaryKey{.name = {},
                                               .columns = {change_.before.columns.front().name},
                                               .line = o.line};
    }
    void operator()(const op::DropUniqueKey& o) const { change_.dropped.push_back(nameOf(o)); }
    void operator()(const op::DropForeignKey& o) const { change_.dropped.push_back(nameOf(o)); }
    void operator()(const op::DropCheck& o) const { change_.dropped.push_back(o.name); }
    void operator()(const op::ChangeType& o) const {
        if (findColumn(change_.before, o.column) != nullptr) {
            return;
        }
        Column column{.name = o.column, .type = {.kind = ColumnType::Kind::Text}, .nullable = true};
        if (sqliteType(o.type) == sqliteType(column.type)) {
            column.type.kind = ColumnType::Kind::Bytes;
        }
        change_.before.columns.push_back(column);
        column.type = o.type;
        change_.after.columns.push_back(column);
    }

    template <class AnyOther>
    void operator()(const AnyOther&) const {}

private:
    template <class Object>
    void forget(std::vector<Object> Table::*objects, const std::string& name) const {
        std::erase_if(change_.before.*objects,
                      [&name](const Object& object) { return object.name == name; });
    }

    template <class Drop>
    static std::string nameOf(const Drop& drop) {
        return resolvedName(drop, Schema{});
    }

    TableChange& change_;
};

}  // namespace

void needSomethingToDo(TableChange& change, const Operation& guarded) {
    if (change.before == change.after) {
        std::visit(Need{change}, static_cast<const AnyOperation&>(guarded));
    }
}

}  // namespace godwit::detail
