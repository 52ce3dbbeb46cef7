#include "model/changed_column.hpp"

#include <algorithm>

#include "model/default_values.hpp"

namespace godwit::detail {

namespace {

bool isCollated(const ColumnType& type) {
    return type.kind == ColumnType::Kind::String || type.kind == ColumnType::Kind::FixedString ||
           type.kind == ColumnType::Kind::Text;
}

// A collation that is nothing on every database is none.
SqlByDatabase unlessNothing(const SqlByDatabase& collation) {
    const bool anything = std::any_of(collation.begin(), collation.end(), [](const auto& name) {
        return name && !name->empty();
    });
    return anything ? collation : SqlByDatabase{};
}

}  // namespace

Column changedBy(const op::ChangeType& change, Column column) {
    const bool says = !isEmpty(change.collation) || !change.charset.empty();
    if (says || !isCollated(column.type) || !isCollated(change.type)) {
        column.collation = unlessNothing(change.collation);
        column.charset = change.charset;
    }
    column.type = change.type;
    if (column.defaultValue) {
        column.defaultValue = convertedDefault(column.type, *column.defaultValue);
    }
    return column;
}

Column changedBy(const op::SetDefault& change, Column column) {
    column.defaultValue = change.value;
    if (column.defaultValue) {
        column.defaultValue = exactDefault(column.type, *std::move(column.defaultValue));
    }
    return column;
}

}  // namespace godwit::detail
