#include <algorithm>

#include "mysql/foreign_key_indexes.hpp"

namespace godwit::detail {

namespace {

using Columns = std::vector<std::string>;

bool beginsWith(const Columns& key, const Columns& columns) {
    return key.size() >= columns.size() && std::equal(columns.begin(), columns.end(), key.begin());
}

// MySQL does not take a descending one for a foreign key.
bool isWhole(const std::string& column, const IndexPart& part) {
    return part.column == column && part.prefix == 0 && part.order == SortOrder::Ascending;
}

bool isCovered(const Columns& columns, const Table& table) {
    const auto covers = [&columns](const auto& key) { return beginsWith(key.columns, columns); };
    const auto serves = [&columns](const Index& index) {
        return index.kind == Index::Kind::Usual && index.parts.size() >= columns.size() &&
               std::equal(columns.begin(), columns.end(), index.parts.begin(), isWhole);
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
            indexes.push_back({.name = key.name, .parts = partsOf(key.columns)});
        }
    }
    return indexes;
}

}  // namespace godwit::detail
