#include "model/row_keys.hpp"

#include <algorithm>

namespace godwit::detail {

bool tellRowsApart(const Table& table, const std::vector<std::string>& columns) {
    const auto isAmong = [&columns](const std::string& name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    const auto covers = [&](const auto& key) {
        return std::all_of(key.columns.begin(), key.columns.end(), isAmong);
    };
    return (table.primaryKey && covers(*table.primaryKey)) ||
           std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(), covers) ||
           std::any_of(table.indexes.begin(), table.indexes.end(), [&](const Index& index) {
               return index.unique && isEmpty(index.where) &&
                      std::all_of(index.parts.begin(),
                                  index.parts.end(),
                                  [&](const IndexPart& part) {
                                      // Another collation tells apart what `=` does not.
                                      return isAmong(part.column) && part.collation.empty();
                                  });
           });
}

std::string_view faultOfKey(const ColumnType& type) {
    switch (type.kind) {
    case ColumnType::Kind::Real:
    case ColumnType::Kind::DoublePrecision:
        return "is a floating-point number, whose text need not be the number itself";
    case ColumnType::Kind::Json:
    case ColumnType::Kind::Xml:
    case ColumnType::Kind::Point:
    case ColumnType::Kind::Geometry:
        return "is of a type whose values have no order";
    default:
        return {};
    }
}

}  // namespace godwit::detail
