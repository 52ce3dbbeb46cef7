#include <algorithm>

#include "mysql/foreign_key_indexes.hpp"

namespace godwit::detail {

namespace {

using Columns = std::vector<std::string>;

bool beginsWith(const Columns& key, const Columns& columns) {
    return key.size() >= columns.size() && std::equal(columns.begin(), columns.end(), key.begin());
}

bool isCovered(const Columns& columns, const Table& table) {
    const auto covers = [&columns](const auto& key) { return beginsWith(key.columns, columns); };
    const auto serves = [&columns](const Index& index) {
        return index.kind == Index::Kind::Usual && beginsWith(columnsOf(index), columns);
    };
    return (table.primaryKey && covers(*table.primaryKey)) ||
           std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), covers) ||
           std::any_of(table.indexes.begin(), table.indexes.end(), serves);
}

}  // namespace

std::vector<Index> foreignKeyIndexes(const Table& table) {
    std::vector<Index> indexes;
    for (const ForeignKey& key : table.foreignKeys) {
        if (!isCovered(key.columns, table)) {
            Index& index = indexes.emplace_back(Index{.name = key.name});
            for (const std::string& column : key.columns) {
                index.parts.push_back(partOf(column));
            }
        }
    }
    return indexes;
}

}  // namespace godwit::detail
