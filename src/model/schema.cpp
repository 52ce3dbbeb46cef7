#include <algorithm>

#include <godwit/schema.hpp>

namespace godwit {

const Table* findTable(const Schema& schema, std::string_view table) {
    const auto found = schema.tables.find(table);
    return found == schema.tables.end() ? nullptr : &found->second;
}

const Column* findColumn(const Table& table, std::string_view column) {
    const auto found = std::find_if(table.columns.begin(),
                                    table.columns.end(),
                                    [column](const Column& c) { return c.name == column; });
    return found == table.columns.end() ? nullptr : &*found;
}

}  // namespace godwit
