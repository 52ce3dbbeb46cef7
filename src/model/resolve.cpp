#include <algorithm>

#include "model/naming.hpp"
#include "model/resolve.hpp"

namespace godwit::detail {

namespace {

template <class Object>
bool isOver(const Object& object, const std::vector<std::string>& columns) {
    return object.columns == columns;
}

bool isOver(const Index& index, const std::vector<std::string>& columns) {
    return index.parts.size() == columns.size() && columnsOf(index) == columns;
}

template <class Object>
const Object* byColumns(const std::vector<Object>& objects,
                        const std::vector<std::string>& columns) {
    const auto found = std::find_if(objects.begin(), objects.end(), [&columns](const Object& o) {
        return isOver(o, columns);
    });
    return found == objects.end() ? nullptr : &*found;
}

template <class Drop, class Object>
std::string nameFor(const Drop& drop,
                    const Schema& before,
                    std::vector<Object> Table::*objects,
                    std::string (*rule)(std::string_view, const std::vector<std::string>&)) {
    if (!drop.name.empty()) {
        return drop.name;
    }
    if (drop.definition) {
        return drop.definition->name;
    }
    if (const Table* table = findTable(before, drop.table)) {
        if (const Object* object = byColumns(table->*objects, drop.columns)) {
            return object->name;
        }
    }
    return rule(drop.table, drop.columns);
}

}  // namespace

std::string resolvedName(const op::DropUniqueKey& drop, const Schema& before) {
    return nameFor(drop, before, &Table::uniqueKeys, &uniqueKeyName);
}

std::string resolvedName(const op::DropForeignKey& drop, const Schema& before) {
    return nameFor(drop, before, &Table::foreignKeys, &foreignKeyName);
}

std::string resolvedName(const op::DropIndex& drop, const Schema& before) {
    return nameFor(drop, before, &Table::indexes, &indexName);
}

}  // namespace godwit::detail
